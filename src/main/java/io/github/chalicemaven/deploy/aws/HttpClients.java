package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.service.AwsSettings.Proxy;
import io.github.chalicemaven.deploy.service.ProxySource;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;

/**
 * HTTP clients that know the proxy. The SDK makes clients of its own where a profile signs in or
 * assumes a role: within the SDK's class loader it finds this service as the only one.
 */
public final class HttpClients implements SdkHttpService {

  @Override
  public Apache5HttpClient.Builder createHttpClientBuilder() {
    return builder(
        HttpClients.class.getClassLoader() instanceof ProxySource source ? source.proxy() : null);
  }

  /** A builder of clients that use the proxy; null: none. */
  static Apache5HttpClient.Builder builder(Proxy proxy) {
    Apache5HttpClient.Builder builder = Apache5HttpClient.builder();
    return proxy == null
        ? builder
        : builder.proxyConfiguration(
            ProxyConfiguration.builder()
                .endpoint(proxy.uri())
                .username(proxy.user())
                .password(proxy.password())
                .nonProxyHosts(
                    proxy.direct().stream().map(HttpClients::pattern).collect(Collectors.toSet()))
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build());
  }

  /** The SDK compares hosts in lower case. */
  private static String pattern(String host) {
    return Stream.of(host.toLowerCase(Locale.ROOT).split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
