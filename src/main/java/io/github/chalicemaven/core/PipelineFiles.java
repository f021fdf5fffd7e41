package io.github.chalicemaven.core;

import io.github.chalicemaven.core.cloudformation.AwsLimits;
import io.github.chalicemaven.core.document.DocumentFormat;
import io.github.chalicemaven.core.document.WrittenMark;
import io.github.chalicemaven.core.files.Destination;
import io.github.chalicemaven.core.files.OutputFile;
import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.core.render.SupportTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where the texts of a pipeline are written; the templates of other accounts and regions lie beside
 * its own.
 *
 * @param templatePlace how problems name the template's file
 * @param buildSpecPlace how problems name the build specification's file
 * @param buildDirectory the folder whose files are always the build's own
 */
public record PipelineFiles(
    String templatePlace,
    Destination template,
    String buildSpecPlace,
    Destination buildSpec,
    Path buildDirectory) {

  /** Which files of the source tree are replaced although they were edited. */
  public enum Replaced {
    /** None. */
    NONE,
    /** The template. */
    TEMPLATE,
    /** The template and the build specification. */
    ALL
  }

  /**
   * Checks that both files can be written and are different.
   *
   * @param problems receives what is wrong
   */
  public void check(Problems problems) {
    template.check(templatePlace, problems);
    buildSpec.check(buildSpecPlace, problems);
    if (buildSpec.realPath().equals(template.realPath())) {
      problems.add(
          new Setting(templatePlace, template.path().toString()),
          "the build specification is written to the same file. Specify another one.");
    }
  }

  /** The files with their texts: the template, the build specification, and other templates. */
  public List<PipelineFile> with(VerifiedText text) {
    DocumentFormat format = DocumentFormat.of(template.path());
    List<PipelineFile> files = new ArrayList<>();
    files.add(new PipelineFile(template, text.template(), format, false));
    files.add(new PipelineFile(buildSpec, text.buildSpec(), DocumentFormat.YAML, true));
    for (VerifiedText.Support support : text.supports()) {
      files.add(new PipelineFile(support(support.of()), support.text(), format, false));
    }
    return files;
  }

  /** Where the template of another account or region is written. */
  public Destination support(SupportTemplate support) {
    return Destination.of(support(template.path(), support));
  }

  /**
   * The file of another account's or region's template, beside the pipeline's and named after it,
   * for example {@code pipeline-target-444455556666.json}.
   */
  static Path support(Path template, SupportTemplate support) {
    String name = template.getFileName().toString();
    int end = endOfStem(name);
    return template.resolveSibling(
        name.substring(0, end) + "-" + support.name() + name.substring(end));
  }

  /** Where the ending of a file's name begins. */
  static int endOfStem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name.length() : dot;
  }

  /**
   * Files that are named like templates of other accounts and regions, but are none of this
   * pipeline's: no stage is there any more. In the order of their names.
   */
  public List<Path> leftovers(VerifiedText text) throws IOException {
    String name = template.path().getFileName().toString();
    int end = endOfStem(name);
    Predicate<String> isSupport =
        Pattern.compile(
                Pattern.quote(name.substring(0, end))
                    + "-(target-%s|region-%s)".formatted(AwsLimits.ACCOUNT, AwsLimits.REGION)
                    + Pattern.quote(name.substring(end)))
            .asMatchPredicate();
    Set<String> expected = new HashSet<>();
    for (VerifiedText.Support support : text.supports()) {
      expected.add(support(template.path(), support.of()).getFileName().toString());
    }
    return template.siblings(isSupport.and(file -> !expected.contains(file)));
  }

  /**
   * The files as they are written: in the source tree, a text has a {@link WrittenMark}, and a file
   * that was edited, or that somebody else has written, is kept.
   *
   * @param replaced which files are not kept
   */
  public List<OutputFile> toWrite(VerifiedText text, Replaced replaced) {
    List<OutputFile> files = new ArrayList<>();
    for (PipelineFile file : with(text)) {
      files.add(toWrite(file, replaced));
    }
    return files;
  }

  private OutputFile toWrite(PipelineFile file, Replaced replaced) {
    if (file.path().normalize().startsWith(buildDirectory.normalize())) {
      return new OutputFile(file.destination(), file.text());
    }
    boolean isAlwaysReplaced =
        replaced == Replaced.ALL || replaced == Replaced.TEMPLATE && !file.isBuildSpec();
    return new OutputFile(
        file.destination(),
        WrittenMark.add(file.text(), file.format()),
        StandardCharsets.UTF_8,
        content -> isAlwaysReplaced || file.mayReplace(content));
  }
}
