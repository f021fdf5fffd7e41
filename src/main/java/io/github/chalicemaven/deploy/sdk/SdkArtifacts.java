package io.github.chalicemaven.deploy.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The AWS SDK's artifacts that a deployment needs, each with its version, in a resource. */
public final class SdkArtifacts {

  /** The resource: {@code groupId:artifactId:version}, one a line. */
  private static final String LIST = "aws-sdk.txt";

  private SdkArtifacts() {}

  /** Their coordinates, {@code groupId:artifactId:version}. */
  public static List<String> coordinates() {
    try (InputStream list = SdkArtifacts.class.getResourceAsStream(LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the plugin's own resource " + LIST, e);
    }
  }
}
