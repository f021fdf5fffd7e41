package io.github.chalicemaven.report;

import io.github.chalicemaven.core.cloudformation.Value;
import io.github.chalicemaven.core.pipeline.PipelineOptions;
import io.github.chalicemaven.core.pipeline.Stage;
import io.github.chalicemaven.core.pipeline.V3Pipeline;
import java.util.ArrayList;
import java.util.List;

/** What a push does, step by step, with the commands. */
final class PushDocument {

  private final Report report;
  private final List<Block> blocks = new ArrayList<>();

  private PushDocument(Report report) {
    this.report = report;
  }

  static List<Block> of(Report report) {
    PushDocument document = new PushDocument(report);
    document.add();
    return document.blocks;
  }

  private void add() {
    blocks.add(new Block.Heading(2, "push", "What happens, step by step"));
    blocks.add(
        new Block.Paragraph(
            Inline.of(String.join(" ", report.picture().start()) + " starts it. " + mode())));
    List<Inline> steps = new ArrayList<>();
    for (Picture.Stage stage : report.picture().stages()) {
      for (Picture.Action action : stage.actions()) {
        steps.add(step(stage, action));
      }
      stage
          .outcomes()
          .forEach(outcome -> steps.set(steps.size() - 1, last(steps).line().and(outcome + ".")));
    }
    blocks.add(new Block.Items(true, steps));
    addCommands();
  }

  private static Inline last(List<Inline> steps) {
    return steps.get(steps.size() - 1);
  }

  private static Inline step(Picture.Stage stage, Picture.Action action) {
    Inline step =
        Inline.of(stage.name() + ": ")
            .andStrong(action.label())
            .and(" (action ")
            .andCode(action.name())
            .and(action.parallel() ? ", at the same time)" : ")");
    for (Picture.Detail detail : action.details()) {
      step = step.and("; ");
      step = detail.code() ? step.andCode(detail.text()) : step.and(detail.text());
    }
    return step;
  }

  private String mode() {
    PipelineOptions.ExecutionMode mode =
        report.pipeline() instanceof V3Pipeline v3
            ? v3.options().executionMode()
            : PipelineOptions.ExecutionMode.SUPERSEDED;
    return switch (mode) {
      case SUPERSEDED -> "A newer execution replaces an older one that waits for a stage.";
      case QUEUED -> "Executions wait for each other, and run in their order.";
    };
  }

  private void addCommands() {
    blocks.add(new Block.Heading(3, "commands", "Commands"));
    Value.Mapping phases = report.buildSpec().mapping("phases");
    for (String phase : phases.entries().keySet()) {
      List<String> commands = phases.mapping(phase).texts("commands");
      if (!commands.isEmpty()) {
        addCommands("Build, phase " + phase, commands);
      }
    }
    if (report.pipeline() instanceof V3Pipeline v3) {
      for (Stage stage : v3.stages()) {
        if (!stage.testCommands().isEmpty()) {
          addCommands("Tests of stage " + stage.id(), stage.testCommands());
        }
      }
    }
  }

  private void addCommands(String title, List<String> commands) {
    blocks.add(new Block.Code(title, "shell", String.join("\n", commands) + "\n"));
  }
}
