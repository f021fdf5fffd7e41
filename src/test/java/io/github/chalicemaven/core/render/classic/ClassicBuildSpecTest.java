package io.github.chalicemaven.core.render.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.buildspec.BuildSpec.Phase;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.PythonVersion;
import io.github.chalicemaven.core.pipeline.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassicBuildSpecTest {

  private static final String UPLOAD =
      "aws cloudformation package --template-file /tmp/packaged/sam.json --s3-bucket"
          + " ${APP_S3_BUCKET} --output-template-file transformed.yaml";

  @Test
  void v1InstallsAndPackagesInOnePhase() {
    assertThat(render(PipelineVersion.V1, ""))
        .isEqualTo(
            new BuildSpec(
                "0.1",
                List.of(
                    new Phase(
                        "install",
                        Optional.empty(),
                        List.of(
                            "sudo pip install --upgrade awscli",
                            "aws --version",
                            "sudo pip install 'chalice>=1.30.0,<1.31.0'",
                            "sudo pip install -r requirements.txt",
                            "chalice package /tmp/packaged",
                            UPLOAD))),
                List.of("transformed.yaml")));
  }

  @Test
  void v2NamesItsPythonAndPackagesInASecondPhase() {
    assertThat(render(PipelineVersion.V2, ""))
        .isEqualTo(
            new BuildSpec(
                "0.2",
                List.of(
                    new Phase(
                        "install",
                        Optional.of("3.7"),
                        List.of(
                            "pip install 'chalice>=1.30.0,<1.31.0'",
                            "pip install -r requirements.txt")),
                    new Phase(
                        "build",
                        Optional.empty(),
                        List.of("chalice package /tmp/packaged", UPLOAD))),
                List.of("transformed.yaml")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "services/orders, services/orders",
        "my app, 'my app'",
        "it's, 'it'\\''s'",
        "$HOME, '$HOME'",
        "-app, ./-app"
      })
  void anApplicationInASubfolderIsPackagedFromThere(String folder, String word) {
    assertThat(render(PipelineVersion.V1, folder).phases().get(0).commands())
        .contains(
            "(cd " + word + " && sudo pip install -r requirements.txt)",
            "chalice --project-dir " + word + " package /tmp/packaged");
    assertThat(render(PipelineVersion.V2, folder).phases())
        .flatExtracting(Phase::commands)
        .contains(
            "(cd " + word + " && pip install -r requirements.txt)",
            "chalice --project-dir " + word + " package /tmp/packaged");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V3")
  void theArtifactLiesAtTheRootWhereverTheApplicationIs(PipelineVersion version) {
    assertThat(render(version, "services/orders").artifacts())
        .isEqualTo(render(version, "").artifacts());
    assertThat(render(version, "services/orders").phases())
        .flatExtracting(Phase::commands)
        .endsWith(UPLOAD);
  }

  private static BuildSpec render(PipelineVersion version, String appPath) {
    Build build =
        new Build(
            PythonVersion.PYTHON_3_7,
            "aws/codebuild/image:1",
            ">=1.30.0,<1.31.0",
            appPath,
            Optional.empty());
    return ClassicBuildSpec.render(
        new ClassicPipeline(
            version, "orders", "orders-pipeline", new Source.CodeCommit("main"), build));
  }
}
