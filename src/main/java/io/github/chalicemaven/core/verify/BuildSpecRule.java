package io.github.chalicemaven.core.verify;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CodeBuild can read a build specification that is embedded in the template: it is YAML, with valid
 * phases and with commands that are text. It contains no dynamic reference, which CloudFormation
 * would replace.
 *
 * @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Build
 *     specification reference</a>
 */
final class BuildSpecRule implements Rule {

  private static final Set<String> PHASES = Set.of("install", "pre_build", "build", "post_build");
  private static final Set<String> COMMANDS = Set.of("commands", "finally");

  @Override
  public void check(TemplateIndex document, List<Finding> findings) {
    for (Node project : document.resourcesOfType("AWS::CodeBuild::Project")) {
      Node buildSpec = project.get("Properties").get("Source").get("BuildSpec");
      if (buildSpec.embedded().isPresent()) {
        checkEmbedded(buildSpec, buildSpec.embedded().get(), findings);
      } else {
        String text = buildSpec.textOrSub().orElse("");
        // One line is the path of a file in the repository.
        if (text.contains("\n")) {
          checkText(buildSpec, text, findings);
        }
      }
    }
  }

  private static void checkEmbedded(Node at, Value.Embedded spec, List<Finding> findings) {
    checkReferences(at, spec.text(), findings);
    for (Finding finding : TextVerifier.buildSpec(spec)) {
      findings.add(at.finding(finding.sentence()));
    }
    checkPhases(new Node(at.place(), spec.content()), findings);
  }

  private static void checkText(Node at, String text, List<Finding> findings) {
    checkReferences(at, text, findings);
    Problems problems = new Problems();
    Optional<Value.Mapping> spec = DocumentReader.parse("buildspec.yml", text, problems);
    for (String problem : problems.found()) {
      findings.add(at.finding(problem));
    }
    if (spec.isPresent()) {
      checkPhases(new Node(at.place(), spec.get()), findings);
    }
  }

  private static void checkReferences(Node at, String text, List<Finding> findings) {
    if (text.contains("{{resolve:")) {
      findings.add(
          at.finding(
              "CloudFormation would resolve `{{resolve:...}}` in a build specification. Use an"
                  + " environment variable of the build instead."));
    }
  }

  private static void checkPhases(Node spec, List<Finding> findings) {
    if (spec.get("version").text().isEmpty()) {
      findings.add(spec.finding("a build specification needs a `version`, as text."));
    }
    for (Map.Entry<String, Node> phase : spec.get("phases").entries().entrySet()) {
      if (!PHASES.contains(phase.getKey())) {
        findings.add(
            phase
                .getValue()
                .finding(
                    "this is not a CodeBuild phase. Use install, pre_build, build or post_build."));
      }
      for (String key : COMMANDS) {
        for (Node command : phase.getValue().get(key).items()) {
          if (command.text().isEmpty()) {
            findings.add(command.finding("a command must be text."));
          }
        }
      }
    }
  }
}
