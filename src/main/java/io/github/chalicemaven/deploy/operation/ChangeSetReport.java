package io.github.chalicemaven.deploy.operation;

import io.github.chalicemaven.core.document.Escapes;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.Caller;
import io.github.chalicemaven.deploy.service.Json;
import io.github.chalicemaven.deploy.service.PropertyChange;
import io.github.chalicemaven.deploy.service.ResourceChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A change set as people read it: those changes first that need a review. In a terminal:
 *
 * <pre>{@code
 * Remove   SourceRepository   AWS::CodeCommit::Repository   orders   DATA
 *            all its commits are deleted with it
 * Change   AppPackageBuild    AWS::CodeBuild::Project       orders
 *            Environment.Image: aws/codebuild/standard:7.0 -> aws/codebuild/standard:8.0
 * }</pre>
 *
 * @param stackName the stack
 * @param caller who would execute it, and where
 * @param changes the changes, in the order in which they are shown; secrets are masked
 */
public record ChangeSetReport(String stackName, Caller caller, List<ResourceChange> changes) {

  /** Characters that are shown before the first difference of two long values. */
  private static final int CONTEXT = 40;

  public ChangeSetReport {
    changes = List.copyOf(changes);
  }

  /** A report of these changes. */
  public static ChangeSetReport of(
      String stackName, Caller caller, List<ResourceChange> changes, Masks masks) {
    return new ChangeSetReport(
        stackName,
        caller,
        changes.stream().sorted(byDanger()).map(change -> masked(change, masks)).toList());
  }

  private static Comparator<ResourceChange> byDanger() {
    return Comparator.comparing((ResourceChange change) -> !DataLoss.isThreat(change))
        .thenComparing(ResourceChange::kind)
        .thenComparing(ResourceChange::type)
        .thenComparing(ResourceChange::logicalId);
  }

  private static ResourceChange masked(ResourceChange change, Masks masks) {
    return new ResourceChange(
        change.action(),
        change.logicalId(),
        change.physicalId(),
        change.type(),
        change.replacement(),
        change.policy(),
        change.properties().stream().map(masks::masked).toList());
  }

  /** For example {@code 1 to replace, 2 to change, 12 to add}. */
  public String summary() {
    return changes.isEmpty()
        ? "no changes"
        : changes.stream()
            .map(ResourceChange::kind)
            .sorted()
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getKey().label() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  /** The table for a terminal or a log, a line each. */
  public List<String> lines() {
    int kinds = width(changes.stream().map(change -> change.kind().label()).toList());
    int ids = width(changes.stream().map(ResourceChange::logicalId).toList());
    int types = width(changes.stream().map(ResourceChange::type).toList());
    String format = "  %-" + kinds + "s  %-" + ids + "s  %-" + types + "s  %s";
    List<String> lines = new ArrayList<>();
    for (ResourceChange change : changes) {
      String row =
          String.format(
              format,
              change.kind().label(),
              change.logicalId(),
              change.type(),
              change.physicalId());
      lines.add(Setting.shown(row.stripTrailing()));
      for (String remark : remarks(change)) {
        lines.add(" ".repeat(kinds + 6) + remark);
      }
    }
    return lines;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  private static List<String> remarks(ResourceChange change) {
    List<String> remarks = new ArrayList<>();
    if (DataLoss.isThreat(change)) {
      remarks.add("DATA LOSS: " + DataLoss.fate(change.type()).orElseThrow());
    }
    fate(change).ifPresent(remarks::add);
    for (PropertyChange property : change.properties()) {
      remarks.add(remark(property));
    }
    return remarks;
  }

  private static Optional<String> fate(ResourceChange change) {
    boolean goes = change.kind() != ResourceChange.Kind.CHANGE;
    return Optional.ofNullable(
        goes && change.policy() == ResourceChange.Policy.RETAIN
            ? "the existing one is kept, outside the stack"
            : goes && change.policy() == ResourceChange.Policy.SNAPSHOT
                ? "a snapshot of the existing one is kept"
                : null);
  }

  private static String remark(PropertyChange property) {
    StringBuilder remark = new StringBuilder(property.path());
    if (property.before() != null || property.after() != null) {
      int same = sameStart(property);
      remark.append(": ").append(shown(property.before(), same));
      remark.append(" -> ").append(shown(property.after(), same));
    }
    switch (property.recreation()) {
      case ALWAYS -> remark.append(" (replaces it)");
      case CONDITIONALLY -> remark.append(" (may replace it)");
      case NEVER -> {}
    }
    if (!property.cause().isEmpty()) {
      remark.append(" (from ").append(property.cause()).append(')');
    }
    return remark.toString();
  }

  /** How much of long values need not be shown, as they begin alike. */
  private static int sameStart(PropertyChange property) {
    String before = property.before() == null ? "" : property.before();
    String after = property.after() == null ? "" : property.after();
    int same = 0;
    while (same < Math.min(before.length(), after.length())
        && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    return Math.max(0, same - CONTEXT);
  }

  private static String shown(String value, int from) {
    return value == null
        ? "(none)"
        : (from == 0 ? "" : "...") + Setting.shown(value.substring(from));
  }

  /** The report as a Markdown document. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Change set of stack `").append(stackName).append("`\n\n");
    text.append(caller).append(": ").append(summary()).append(".\n");
    if (!changes.isEmpty()) {
      text.append("\n| | Resource | Type | Physical ID | What changes |\n|---|---|---|---|---|\n");
    }
    for (ResourceChange change : changes) {
      String remarks =
          remarks(change).stream().map(Escapes::markdown).collect(Collectors.joining("<br>"));
      text.append("| **")
          .append(change.kind().label())
          .append("** | ")
          .append(Escapes.markdown(change.logicalId()));
      text.append(" | ")
          .append(Escapes.markdown(change.type()))
          .append(" | ")
          .append(Escapes.markdown(change.physicalId()));
      text.append(" | ").append(remarks).append(" |\n");
    }
    return text.toString();
  }

  /** The report for other programs. */
  public String json() {
    return Json.file(
        new Document(
            stackName,
            caller.account(),
            caller.region(),
            changes.stream().map(ChangeSetReport::document).toList()));
  }

  private static Change document(ResourceChange change) {
    return new Change(
        change.kind(),
        change.logicalId(),
        change.physicalId(),
        change.type(),
        change.policy(),
        DataLoss.isThreat(change),
        change.properties());
  }

  private record Document(String stackName, String account, String region, List<Change> changes) {}

  private record Change(
      ResourceChange.Kind kind,
      String logicalId,
      String physicalId,
      String type,
      ResourceChange.Policy policy,
      boolean dataLoss,
      List<PropertyChange> properties) {}
}
