package io.github.chalicemaven.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.chalicemaven.Documents;
import io.github.chalicemaven.core.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The site's table of who may do what, made of a template; only why stands in the page alone.
 *
 * <p>To write it anew, run {@code mvn test -Dtest=PermissionTableTest -Dgolden.update}, which fails
 * once it wrote it, and say why in new rows.
 */
class PermissionTableTest {

  private static final String HEADER =
      "| who | statement | may | on | because |\n|---|---|---|---|---|\n";
  private static final Pattern ROW = Pattern.compile("\\| (.*?) \\| `(\\w+)` \\| .* \\| (.*) \\|");

  @TempDir Path repository;

  /** Statements that differ in nothing but on what, and under which condition. */
  record Kind(String who, String sid, String effect, List<String> actions) {}

  /** What the statements of a kind say; the policies are those of keys, buckets and topics. */
  record Facts(Set<String> resources, Set<String> conditions, Set<String> policies) {

    Facts() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  @Test
  void theSitesTableEqualsTheTemplate() throws Exception {
    assertTable("permissions.md", "v3-everything and v3-application", kinds());
  }

  /** That a page's table equals one of such statements; only why stands in the page alone. */
  static void assertTable(String pageName, String of, Map<Kind, Facts> statements)
      throws IOException {
    Path file = Documents.page(pageName);
    String page = Documents.text(file);
    String mark = "<!-- statements of " + of + " -->\n";
    int begin = page.indexOf(mark) + mark.length();
    int end = page.indexOf("<!-- end -->", begin);
    String written = page.substring(begin, end);
    String table = table(statements, reasons(written));
    if (System.getProperty("golden.update") != null) {
      Files.writeString(file, page.substring(0, begin) + table + page.substring(end));
      fail("Wrote " + file + ". Read the difference, and run again without -Dgolden.update.");
    }
    assertThat(written).isEqualTo(table);
    assertThat(reasons(written).values()).isNotEmpty().noneMatch(String::isBlank);
  }

  /** The template has what the page promises of it. */
  @Test
  void theTableHasTwoTestedStagesAndThePoliciesOfKeyAndBuckets() throws Exception {
    assertThat(table(kinds(), Map.of()))
        .contains("| `CFNDeployRole` (cloudformation.amazonaws.com) |")
        .contains("| `CFNDeployRoleProd` (cloudformation.amazonaws.com) |")
        .contains("| `CFNDeployRole`, `CFNDeployRoleProd` (cloudformation.amazonaws.com) |")
        .contains("`${BetaTestLogs.Arn}`, `${ProdTestLogs.Arn}`")
        .contains("in the policy of `PipelineKey`")
        .contains("in the policy of `AccessLogBucket`, `ArtifactBucketStore`, `ApplicationBucket`");
  }

  private Permissions permissions(String folder) throws Exception {
    GoldenCase found =
        GoldenCase.all().stream()
            .filter(golden -> golden.folder().equals(folder))
            .findFirst()
            .orElseThrow();
    return Reported.of(found, repository.resolve(folder)).permissions();
  }

  /** All statements of the first template, and those of the second that the first has not. */
  private Map<Kind, Facts> kinds() throws Exception {
    Map<Kind, Facts> all = kinds(permissions("v3-everything"));
    kinds(permissions("v3-application")).forEach(all::putIfAbsent);
    return all;
  }

  private static String table(Map<Kind, Facts> all, Map<String, String> reasons) {
    StringBuilder table = new StringBuilder(HEADER);
    String before = "";
    for (Map.Entry<Kind, Facts> row : all.entrySet()) {
      String who = row.getKey().who();
      String reason = reasons.getOrDefault(who + row.getKey().sid(), "");
      table.append(row(who.equals(before) ? "" : who, row.getKey(), row.getValue(), reason));
      before = who;
    }
    return table.toString();
  }

  /** By who and what, the reasons that stand in the page. */
  private static Map<String, String> reasons(String table) {
    Map<String, String> reasons = new TreeMap<>();
    String who = "";
    for (String line : table.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        who = row.group(1).isBlank() ? who : row.group(1);
        reasons.put(who + row.group(2), row.group(3).strip());
      }
    }
    return reasons;
  }

  static Map<Kind, Facts> kinds(Permissions permissions) {
    Map<Kind, Facts> kinds = new LinkedHashMap<>();
    for (Permissions.Policy policy : permissions.policies()) {
      String who = codes(policy.holders()) + services(permissions, policy.holders());
      policy.statements().forEach(statement -> add(kinds, who, statement, List.of()));
    }
    for (Permissions.Policy policy : permissions.resourcePolicies()) {
      policy.statements().forEach(s -> add(kinds, codes(s.principals()), s, policy.holders()));
    }
    return kinds;
  }

  static void add(
      Map<Kind, Facts> kinds,
      String who,
      Permissions.Statement statement,
      List<String> protectedResources) {
    Kind kind = new Kind(who, statement.sid(), statement.effect(), statement.actions());
    Facts facts = kinds.computeIfAbsent(kind, k -> new Facts());
    facts.resources().addAll(statement.resources());
    facts.conditions().addAll(statement.conditions());
    facts.policies().addAll(protectedResources);
  }

  /** Who assumes the roles. */
  private static String services(Permissions permissions, List<String> roles) {
    return permissions.roles().stream()
        .filter(role -> roles.contains(role.logicalId()))
        .flatMap(role -> role.trust().stream())
        .flatMap(trust -> trust.principals().stream())
        .distinct()
        .collect(joining(", ", " (", ")"));
  }

  static String row(String who, Kind kind, Facts facts, String reason) {
    String actions = (kind.effect().equals("Deny") ? "**not** " : "") + grouped(kind.actions());
    String on = codes(facts.resources());
    on += facts.conditions().isEmpty() ? "" : " if " + codes(facts.conditions());
    on += facts.policies().isEmpty() ? "" : " in the policy of " + codes(facts.policies());
    return Stream.of(who, code(kind.sid()), actions, on, reason).collect(joining(" | ", "| ", " |"))
        + "\n";
  }

  private static String grouped(List<String> actions) {
    Map<String, List<String>> byService = new LinkedHashMap<>();
    for (String action : actions) {
      String[] parts = action.split(":", 2);
      byService.computeIfAbsent(parts[0], s -> new ArrayList<>()).add(parts[1]);
    }
    return byService.entrySet().stream()
        .map(service -> code(service.getKey() + ":" + String.join(" ", service.getValue())))
        .collect(joining(", "));
  }

  /** Without what is the same in every ARN. */
  private static String shortened(String arn) {
    return arn.replace("arn:${AWS::Partition}:", "")
        .replace(":${AWS::Region}:${AWS::AccountId}:", ":")
        .replace("::${AWS::AccountId}:", ":")
        .replace(":${AWS::Region}:", ":");
  }

  static String codes(Collection<String> texts) {
    return texts.stream().map(text -> code(shortened(text))).collect(joining(", "));
  }

  private static String code(String text) {
    return "`" + Objects.requireNonNull(text).replace("|", "\\|") + "`";
  }
}
