package io.github.chalicemaven.deploy.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.deploy.service.FakeStacks;
import io.github.chalicemaven.deploy.service.Stack;
import io.github.chalicemaven.deploy.service.StackStatus;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StackOutputsTest {

  private static final Stack STACK =
      FakeStacks.stack(
          StackStatus.CREATE_COMPLETE, Map.of("Url", "https://a/?b=c#d", "Bucket", " ö\\x"));

  @Test
  void theDocumentHasTheStacksName() {
    assertThat(StackOutputs.json(STACK))
        .isEqualTo(
            """
            {
              "orders": {
                "Bucket": " ö\\\\x",
                "Url": "https://a/?b=c#d"
              }
            }
            """);
  }

  @Test
  void propertiesAreReadAsTheyWere() throws IOException {
    String text = StackOutputs.properties(STACK);
    Properties properties = new Properties();
    properties.load(new StringReader(text));

    assertThat(text).startsWith("Bucket=").endsWith("\n").isASCII();
    assertThat(properties)
        .hasSize(2)
        .containsEntry("Url", "https://a/?b=c#d")
        .containsEntry("Bucket", " ö\\x");
  }
}
