package io.github.chalicemaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may do what by a template, as blocks. */
final class PermissionsDocument {

  private static final Set<String> MAKES_ROLES =
      Set.of("iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:*", "*");

  private final Permissions permissions;
  private final String idSuffix;
  private final String captionSuffix;
  private final List<Block> blocks = new ArrayList<>();

  private PermissionsDocument(Permissions permissions, String idSuffix, String captionSuffix) {
    this.permissions = permissions;
    this.idSuffix = idSuffix;
    this.captionSuffix = captionSuffix;
  }

  static List<Block> of(Permissions permissions) {
    return new PermissionsDocument(permissions, "", "").all("Who may do what");
  }

  static List<Block> of(SupportStack stack) {
    return new PermissionsDocument(
            stack.permissions(), "-" + stack.id(), ", in the stack for " + stack.place())
        .all("Who may do what: the stack for " + stack.place());
  }

  private List<Block> all(String title) {
    heading(2, "permissions", title);
    if (!permissions.roles().isEmpty()) {
      addRoles();
      heading(3, "application-roles", "What the application's own roles may become");
      applicationRoles().forEach(text -> blocks.add(new Block.Paragraph(text)));
      heading(3, "role-policies", "Policies of the roles");
      permissions.policies().forEach(policy -> addPolicy(policy, "held by ", false));
    }
    if (!permissions.resourcePolicies().isEmpty()) {
      heading(3, "resource-policies", "Policies of keys, buckets and topics");
      permissions.resourcePolicies().forEach(policy -> addPolicy(policy, "protects ", true));
    }
    return blocks;
  }

  private void addRoles() {
    heading(3, "roles", "Roles");
    List<List<Inline>> rows = new ArrayList<>();
    for (Permissions.Role role : permissions.roles()) {
      Inline policies = Inline.codeLines(role.policies());
      for (String arn : role.managedPolicyArns()) {
        policies = policies.line().andCode(arn);
      }
      rows.add(
          List.of(
              role.description().isEmpty()
                  ? Inline.code(role.logicalId())
                  : Inline.code(role.logicalId()).line().and(role.description()),
              trust(role),
              policies,
              role.boundary().map(Inline::code).orElse(Inline.of("none"))));
    }
    blocks.add(
        new Block.Table(
            "Roles, who may assume them, and what they hold" + captionSuffix,
            List.of("Role", "Assumed by", "Policies", "Permissions boundary"),
            rows));
  }

  private static Inline trust(Permissions.Role role) {
    Inline trust = new Inline(List.of());
    for (Permissions.Statement statement : role.trust()) {
      trust = trust.spans().isEmpty() ? trust : trust.line();
      trust =
          statement.effect().equals("Allow") ? trust : trust.andMark(statement.effect()).and(" ");
      trust = trust.and(principals(statement));
      for (String condition : statement.conditions()) {
        trust = trust.line().and("if ").andCode(condition);
      }
      trust = statement.reason().isEmpty() ? trust : trust.line().and(statement.reason().get());
    }
    return trust;
  }

  private void addPolicy(Permissions.Policy policy, String relation, boolean withPrincipals) {
    List<String> header =
        withPrincipals
            ? List.of("Statement", "Who", "Actions", "Resources")
            : List.of("Statement", "Actions", "Resources");
    List<List<Inline>> rows = new ArrayList<>();
    for (Permissions.Statement statement : policy.statements()) {
      List<Inline> row = new ArrayList<>();
      row.add(name(statement));
      if (withPrincipals) {
        row.add(principals(statement));
      }
      row.add(Inline.codeLines(statement.actions()));
      row.add(resources(statement));
      rows.add(row);
    }
    blocks.add(
        new Block.Table(
            policy.name()
                + (policy.description().isEmpty() ? "" : ": " + policy.description())
                + " ("
                + relation
                + String.join(", ", policy.holders())
                + ")"
                + captionSuffix,
            header,
            rows));
  }

  private static Inline principals(Permissions.Statement statement) {
    boolean open =
        statement.effect().equals("Allow") && statement.principals().contains(Permissions.ANYBODY);
    Inline principals = Inline.codeLines(statement.principals());
    return open ? principals.line().andMark("open to all") : principals;
  }

  private static Inline name(Permissions.Statement statement) {
    Inline name =
        Inline.of(statement.sid().isEmpty() ? statement.effect() : words(statement.sid()));
    if (statement.effect().equals("Deny")) {
      name = name.and(" ").andMark("deny");
    }
    if (statement.isWide()) {
      name =
          name.line()
              .andMark("wildcard")
              .and(" ")
              .and(statement.reason().orElse("no reason given"));
    } else if (statement.reason().isPresent()) {
      name = name.line().and(statement.reason().get());
    }
    return name;
  }

  private static Inline resources(Permissions.Statement statement) {
    Inline resources = Inline.codeLines(statement.resources());
    for (String condition : statement.conditions()) {
      resources = resources.line().and("if ").andCode(condition);
    }
    return resources;
  }

  /** {@code HandOnArtifacts} as {@code Hand on artifacts}. */
  private static String words(String sid) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < sid.length(); i++) {
      char c = sid.charAt(i);
      boolean begins = i > 0 && c >= 'A' && c <= 'Z' && !isUpper(sid.charAt(i - 1));
      words.append(begins ? " " : "").append(begins ? Character.toLowerCase(c) : c);
    }
    return words.toString();
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** By the statements that let a role make roles, or give them policies. */
  private List<Inline> applicationRoles() {
    List<Inline> texts = new ArrayList<>();
    for (Permissions.Policy policy : permissions.policies()) {
      for (Permissions.Statement statement : policy.statements()) {
        if (statement.effect().equals("Allow")
            && statement.actions().stream().anyMatch(MAKES_ROLES::contains)) {
          texts.add(applicationRoles(policy, statement));
        }
      }
    }
    if (texts.isEmpty()) {
      texts.add(
          Inline.of(
              "No role of this template may create roles or give them policies: the role that deploys"
                  + " the application is not in this template, or gets this only from the managed"
                  + " policies above."));
    }
    return texts;
  }

  private static Inline applicationRoles(
      Permissions.Policy policy, Permissions.Statement statement) {
    Inline text =
        Inline.codeLines(policy.holders())
            .and(" may create roles and give them any policy, as the application's template says: ")
            .and(Inline.codeLines(statement.resources()));
    boolean bounded =
        statement.conditions().stream().anyMatch(c -> c.contains("iam:PermissionsBoundary"));
    return bounded
        ? text.and(", but only within the boundary: ").and(Inline.codeLines(statement.conditions()))
        : text.and(
            ". No boundary limits these roles: whoever may change the application's code, or its"
                + " policy files, decides what the application may do in this account.");
  }

  private void heading(int level, String id, String text) {
    blocks.add(new Block.Heading(level, id + idSuffix, text));
  }
}
