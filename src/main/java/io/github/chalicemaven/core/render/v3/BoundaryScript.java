package io.github.chalicemaven.core.render.v3;

import io.github.chalicemaven.core.buildspec.Shell;

/**
 * A Python script that gives the roles of a packaged application a permissions boundary, which
 * Chalice has no setting for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html">SAM's
 *     functions</a>
 */
final class BoundaryScript {

  /** SAM makes a role for a function or a state machine that has none. */
  private static final String PROGRAM =
      """
      import json, sys
      path, boundary = sys.argv[1:]
      with open(path, encoding="utf-8") as file:
          template = json.load(file)
      for resource in template["Resources"].values():
          kind, properties = resource["Type"], resource.setdefault("Properties", {})
          makes_role = kind in ("AWS::Serverless::Function", "AWS::Serverless::StateMachine")
          if kind == "AWS::IAM::Role" or makes_role and "Role" not in properties:
              properties["PermissionsBoundary"] = boundary
      with open(path, "w", encoding="utf-8") as file:
          json.dump(template, file, indent=2)
      """;

  private BoundaryScript() {}

  /** The command that does so in a template that {@code chalice package} wrote. */
  static String command(String file, String boundaryArn) {
    return "python3 -c '\n" + PROGRAM + "' " + file + " " + Shell.word(boundaryArn);
  }
}
