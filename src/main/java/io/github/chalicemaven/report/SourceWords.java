package io.github.chalicemaven.report;

import io.github.chalicemaven.core.pipeline.Pipeline;
import io.github.chalicemaven.core.pipeline.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * A source in words.
 *
 * @param label what the pipeline takes
 * @param details how it takes it
 * @param start what starts the pipeline, and conditions of that
 */
record SourceWords(String label, List<String> details, List<String> start) {

  SourceWords {
    details = List.copyOf(details);
    start = List.copyOf(start);
  }

  static SourceWords of(Pipeline pipeline) {
    Source source = pipeline.source();
    if (source instanceof Source.CodeCommit codeCommit) {
      return new SourceWords(
          pipeline.appName(),
          List.of("CodeCommit", "a repository of this template"),
          List.of("A push to " + codeCommit.branch()));
    }
    if (source instanceof Source.ExistingCodeCommit codeCommit) {
      return new SourceWords(
          codeCommit.repository(),
          List.of("CodeCommit"),
          List.of("A push to " + codeCommit.branch()));
    }
    if (source instanceof Source.GitHubToken gitHub) {
      return new SourceWords(
          "a GitHub repository",
          List.of("named when the template is deployed", "read with a token"),
          List.of("A push to " + gitHub.branch()));
    }
    if (source instanceof Source.S3Object object) {
      return new SourceWords(
          "s3://" + object.bucket() + "/" + object.key(),
          List.of("S3"),
          List.of("An upload of the file"));
    }
    Source.Connection connection = (Source.Connection) source;
    return new SourceWords(
        connection.repository(),
        List.of(
            connection.provider().title(),
            connection.connectionArn().isPresent()
                ? "a connection that exists"
                : "a connection of this template"),
        start(connection));
  }

  private static List<String> start(Source.Connection connection) {
    Source.PushFilter filter = connection.filter();
    List<String> start = new ArrayList<>();
    start.add(filter.hasTags() ? "A push of a tag" : "A push to " + connection.branch());
    add(start, "that changes ", filter.includePaths());
    add(
        start,
        filter.includePaths().isEmpty() ? "that does not only change " : "but not only ",
        filter.excludePaths());
    add(start, "named ", filter.includeTags());
    add(start, "but not ", filter.excludeTags());
    return start;
  }

  private static void add(List<String> start, String words, List<String> patterns) {
    if (!patterns.isEmpty()) {
      start.add(words + String.join(", ", patterns));
    }
  }
}
