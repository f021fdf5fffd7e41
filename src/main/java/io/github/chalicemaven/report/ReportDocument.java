package io.github.chalicemaven.report;

import io.github.chalicemaven.core.document.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as blocks, in the order in which one asks. */
final class ReportDocument {

  private final Report report;
  private final List<Block> blocks = new ArrayList<>();

  private ReportDocument(Report report) {
    this.report = report;
  }

  static List<Block> of(Report report) {
    ReportDocument document = new ReportDocument(report);
    document.blocks.add(new Block.Figure(report.picture()));
    document.addDifferences();
    document.blocks.addAll(PushDocument.of(report));
    document.blocks.addAll(PermissionsDocument.of(report.permissions()));
    report.supports().forEach(stack -> document.blocks.addAll(PermissionsDocument.of(stack)));
    document.addNotes();
    document.addResources();
    document.addCosts();
    document.addPlainPictures();
    return List.copyOf(document.blocks);
  }

  /** Committed files and what differs in them, for a review. */
  static List<Block> differences(List<Report.Difference> differences) {
    List<Block> blocks = new ArrayList<>();
    differences.forEach(difference -> addDifference(difference, blocks));
    return blocks;
  }

  private static void addDifference(Report.Difference difference, List<Block> blocks) {
    Drift drift = difference.drift();
    blocks.add(new Block.Paragraph(Inline.code(difference.file()).and(" " + drift.kind().words())));
    if (!drift.changes().isEmpty()) {
      blocks.add(new Block.Items(false, drift.changes().stream().map(Inline::message).toList()));
    }
    if (!drift.diff().isEmpty()) {
      String lines = String.join("\n", drift.diff()) + "\n";
      blocks.add(new Block.Code("Differences of " + difference.file(), "diff", lines));
    }
  }

  private void addDifferences() {
    if (!report.differences().isEmpty()) {
      heading(2, "differences", "Differences from the committed files");
      blocks.addAll(differences(report.differences()));
    }
  }

  private void addNotes() {
    heading(2, "inferred", "What was inferred, and what is left to do");
    if (report.notes().isEmpty()) {
      paragraph("Nothing. Every value is set or is a default.");
    } else {
      blocks.add(new Block.Items(false, report.notes().stream().map(Inline::message).toList()));
    }
    blocks.add(
        new Block.Table(
            "Settings of the pipeline",
            List.of("Setting", "Value"),
            List.of(
                row("Application", report.pipeline().appName()),
                row("Version of the pipeline", report.pipeline().version().toString()),
                row("Python", report.pipeline().build().python().toString()),
                row("Build image", report.pipeline().build().image()),
                row("Chalice", report.pipeline().build().chaliceVersionRange()),
                row(
                    "Folder in the repository",
                    report.pipeline().build().appPath().isEmpty()
                        ? "."
                        : report.pipeline().build().appPath()),
                row(
                    "Build specification",
                    report.pipeline().build().buildSpecFile().orElse("in the template")))));
  }

  private static List<Inline> row(String name, String value) {
    return List.of(Inline.of(name), Inline.code(value));
  }

  private void addResources() {
    heading(2, "created", "What is created");
    paragraph(
        "Where no name is given, CloudFormation generates one that starts with the stack's. The"
            + " application's own stacks are not in this table: "
            + stacks()
            + ". They stay when the pipeline's stack is deleted.");
    addResources("the pipeline's stack", report.resources());
    for (SupportStack stack : report.supports()) {
      addResources("the stack for " + stack.place(), stack.resources());
    }
    List<Inline> kept = new ArrayList<>(kept(report.resources(), ""));
    for (SupportStack stack : report.supports()) {
      kept.addAll(kept(stack.resources(), " in " + stack.place()));
    }
    heading(3, "kept", "Kept when the stack is deleted");
    if (kept.isEmpty()) {
      paragraph("Nothing.");
    } else {
      blocks.add(new Block.Items(false, kept));
    }
  }

  private void addResources(String stack, List<CreatedResource> resources) {
    blocks.add(
        new Block.Table(
            "Resources of " + stack,
            List.of("Logical ID", "Type", "Name", "When the stack is deleted"),
            resources.stream().map(ReportDocument::row).toList()));
  }

  private static List<Inline> kept(List<CreatedResource> resources, String where) {
    return resources.stream()
        .filter(resource -> resource.fate() == CreatedResource.Fate.KEPT)
        .map(
            resource -> Inline.code(resource.logicalId()).and(" (" + resource.type() + ")" + where))
        .toList();
  }

  private String stacks() {
    return report.picture().stages().stream()
        .flatMap(stage -> stage.actions().stream())
        .filter(action -> action.kind() == Picture.Kind.DEPLOY)
        .flatMap(action -> action.details().stream())
        .map(Picture.Detail::text)
        .collect(Collectors.joining(", "));
  }

  private static List<Inline> row(CreatedResource resource) {
    Inline id = Inline.code(resource.logicalId());
    return List.of(
        resource.fromFragment() ? id.and(" ").andMark("fragment") : id,
        Inline.of(resource.type()),
        resource.name().map(Inline::code).orElse(Inline.of("none given")),
        Inline.of(resource.fate().toString()));
  }

  private void addCosts() {
    heading(2, "costs", "Fixed costs");
    paragraph(
        "Each month, used or not, in US dollars, by AWS's price lists for us-east-1 as of "
            + FixedCost.AS_OF
            + " (aws.amazon.com/kms/pricing, aws.amazon.com/codepipeline/pricing). Besides, AWS"
            + " charges by use: minutes of builds, what is stored and logged, requests.");
    List<List<Inline>> rows = new ArrayList<>(rows(report.costs(), ""));
    int sum = sum(report.costs());
    for (SupportStack stack : report.supports()) {
      rows.addAll(rows(stack.costs(), " in " + stack.place()));
      sum += sum(stack.costs());
    }
    rows.add(
        List.of(
            new Inline(List.of()).andStrong("Sum"),
            new Inline(List.of()).andStrong(dollars(sum)),
            Inline.of("")));
    blocks.add(
        new Block.Table(
            "Fixed costs of the pipeline", List.of("Resource", "USD a month", "Note"), rows));
  }

  private static List<List<Inline>> rows(List<FixedCost> costs, String where) {
    return costs.stream()
        .map(
            cost ->
                List.of(
                    Inline.of(cost.what() + " ").andCode(cost.logicalId()).and(where),
                    Inline.of(dollars(cost.cents())),
                    Inline.of(cost.note())))
        .toList();
  }

  private static int sum(List<FixedCost> costs) {
    return costs.stream().mapToInt(FixedCost::cents).sum();
  }

  private static String dollars(int cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }

  private void addPlainPictures() {
    heading(2, "copy", "The picture as text");
    blocks.add(new Block.Code("For a terminal", "text", TextPicture.draw(report.picture())));
    blocks.add(
        new Block.Code(
            "For Markdown, by Mermaid", "mermaid", MermaidPicture.draw(report.picture())));
  }

  private void heading(int level, String id, String text) {
    blocks.add(new Block.Heading(level, id, text));
  }

  private void paragraph(String text) {
    blocks.add(new Block.Paragraph(Inline.of(text)));
  }
}
