package io.github.chalicemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.GoldenCase;
import io.github.chalicemaven.core.PipelineGenerator;
import io.github.chalicemaven.core.ResolvedPipeline;
import io.github.chalicemaven.core.app.ProjectFacts;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.render.Rendered;
import io.github.chalicemaven.core.render.SupportTemplate;
import io.github.chalicemaven.core.settings.PipelineSettings;
import io.github.chalicemaven.report.PermissionTableTest.Facts;
import io.github.chalicemaven.report.PermissionTableTest.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The site's tables of who may do what across accounts and regions, made of the templates; only why
 * stands in the page alone.
 *
 * <p>To write them anew, run {@code mvn test -Dtest=AccountTablesTest -Dgolden.update}, which fails
 * once it wrote one, and say why in new rows.
 */
class AccountTablesTest {

  private static final String PAGE = "accounts.md";

  @TempDir Path repository;

  @Test
  void theTableOfTheOtherAccount() throws Exception {
    Map<Kind, Facts> all = kinds("v3-account-region", SupportTemplate.Kind.TARGET);
    assertThat(all.keySet())
        .extracting(Kind::sid)
        .contains("TrustThePipeline", "DeployStages", "PassDeployRoles", "ReadApplication");
    PermissionTableTest.assertTable(PAGE, "pipeline-target-444455556666.json", all);
  }

  @Test
  void theTableOfTheOtherRegion() throws Exception {
    PermissionTableTest.assertTable(
        PAGE,
        "pipeline-region-eu-west-1.json",
        kinds("v3-account-region", SupportTemplate.Kind.REGION));
  }

  /** Of the other stages' statements, the page on permissions tells. */
  @Test
  void theTableOfThePipelinesTemplate() throws Exception {
    Map<Kind, Facts> all = new LinkedHashMap<>();
    for (String folder : List.of("v3-account-region", "v3-account")) {
      Rendered rendered = PipelineGenerator.render(resolved(folder));
      PermissionTableTest.kinds(Permissions.of(resolved(folder).pipeline(), rendered))
          .forEach((kind, facts) -> add(all, kind, facts));
    }
    PermissionTableTest.assertTable(PAGE, "pipeline.json", all);
  }

  private static void add(Map<Kind, Facts> all, Kind kind, Facts facts) {
    String text = PermissionTableTest.row("", kind, facts, "");
    if (text.contains("444455556666") || text.contains("eu-west-1") || text.contains("EuWest1")) {
      all.putIfAbsent(kind, facts);
    }
  }

  private Map<Kind, Facts> kinds(String folder, SupportTemplate.Kind kind) throws Exception {
    ResolvedPipeline resolved = resolved(folder);
    Rendered rendered = PipelineGenerator.render(resolved);
    SupportTemplate part =
        rendered.supports().stream().filter(p -> p.kind() == kind).findFirst().orElseThrow();
    Permissions permissions = Permissions.of(resolved.pipeline(), rendered.only(part));
    Map<Kind, Facts> kinds = new LinkedHashMap<>();
    for (Permissions.Role role : permissions.roles()) {
      for (Permissions.Statement trust : role.trust()) {
        if (!trust.sid().isEmpty()) {
          PermissionTableTest.add(
              kinds,
              PermissionTableTest.codes(trust.principals()),
              trust,
              List.of(role.logicalId()));
        }
      }
    }
    PermissionTableTest.kinds(permissions).forEach(kinds::putIfAbsent);
    return kinds;
  }

  private ResolvedPipeline resolved(String folder) throws Exception {
    GoldenCase golden =
        GoldenCase.all().stream().filter(g -> g.folder().equals(folder)).findFirst().orElseThrow();
    PipelineSettings settings = golden.settingsIn(repository);
    Files.createDirectories(settings.appDirectory);
    return PipelineGenerator.resolve(
        settings, ProjectFacts.withoutPom(settings.appDirectory), LocalDate.EPOCH, new Problems());
  }
}
