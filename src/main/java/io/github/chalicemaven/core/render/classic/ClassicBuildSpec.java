package io.github.chalicemaven.core.render.classic;

import io.github.chalicemaven.core.buildspec.BuildSpec;
import io.github.chalicemaven.core.buildspec.Shell;
import io.github.chalicemaven.core.pipeline.Build;
import io.github.chalicemaven.core.pipeline.ClassicPipeline;
import io.github.chalicemaven.core.pipeline.PipelineVersion;
import io.github.chalicemaven.core.pipeline.Variables;
import io.github.chalicemaven.core.render.ImagePython;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The build specification of {@code v1} and {@code v2} pipelines: install Chalice and the
 * application's requirements, package the application, upload it, and hand on the one artifact
 * {@code transformed.yaml}.
 */
final class ClassicBuildSpec {

  /** The build's artifact: the application's template, its code uploaded. */
  static final String TRANSFORMED = "transformed.yaml";

  private static final String UPLOAD =
      "aws cloudformation package --template-file /tmp/packaged/sam.json"
          + " --s3-bucket ${"
          + Variables.APPLICATION_BUCKET
          + "} --output-template-file "
          + TRANSFORMED;

  private ClassicBuildSpec() {}

  static BuildSpec render(ClassicPipeline pipeline) {
    Build build = pipeline.build();
    return new BuildSpec(
        pipeline.version() == PipelineVersion.V1 ? "0.1" : "0.2",
        pipeline.version() == PipelineVersion.V1 ? v1(build) : v2(build),
        List.of(TRANSFORMED));
  }

  private static List<BuildSpec.Phase> v1(Build build) {
    return List.of(
        new BuildSpec.Phase(
            "install",
            Optional.empty(),
            List.of(
                "sudo pip install --upgrade awscli",
                "aws --version",
                "sudo " + installChalice(build),
                inApp(build, "sudo pip install -r requirements.txt"),
                packageApp(build),
                UPLOAD)));
  }

  private static List<BuildSpec.Phase> v2(Build build) {
    List<String> install = new ArrayList<>();
    if (!build.hasCodeBuildImage()) {
      install.add(ImagePython.checkCommand(build.python().toString()));
    }
    install.add(installChalice(build));
    install.add(inApp(build, "pip install -r requirements.txt"));
    return List.of(
        new BuildSpec.Phase("install", build.runtimeVersion(), install),
        new BuildSpec.Phase("build", Optional.empty(), List.of(packageApp(build), UPLOAD)));
  }

  private static String installChalice(Build build) {
    return "pip install " + Shell.word("chalice" + build.chaliceVersionRange());
  }

  private static String packageApp(Build build) {
    String project = build.appPath().isEmpty() ? "" : " --project-dir " + folder(build);
    return "chalice" + project + " package /tmp/packaged";
  }

  /** The command in the application's folder, the shell's own folder left as it is. */
  private static String inApp(Build build, String command) {
    return build.appPath().isEmpty() ? command : "(cd " + folder(build) + " && " + command + ")";
  }

  /** The application's folder as one word that no command takes for an option. */
  private static String folder(Build build) {
    return Shell.word((build.appPath().startsWith("-") ? "./" : "") + build.appPath());
  }
}
