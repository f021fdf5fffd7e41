package io.github.chalicemaven.mojo;

import io.github.chalicemaven.core.problem.Problems;
import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.AwsSettings.AccessKey;
import io.github.chalicemaven.deploy.service.AwsSettings.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** What {@code settings.xml} says of passwords and proxies, decrypted by Maven. */
record MavenSettings(Settings settings, SettingsDecrypter decrypter) {

  /** The access key of a server. */
  AccessKey accessKey(String serverId, Problems problems) {
    return server("serverId", serverId, problems)
        .map(
            server ->
                new AccessKey(server.getUsername(), server.getPassword(), server.getPassphrase()))
        .orElse(null);
  }

  /**
   * A server whose password is there and can be decrypted.
   *
   * @param parameter the goal's parameter that names it
   */
  Optional<Server> server(String parameter, String serverId, Problems problems) {
    Server server = settings.getServer(serverId);
    if (server == null) {
      problems.add(Setting.of(parameter, serverId), "settings.xml has no <server> with that <id>.");
      return Optional.empty();
    }
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    if (isRefused(result, "server " + serverId, problems)) {
      return Optional.empty();
    }
    Server decrypted = result.getServer();
    if (decrypted.getUsername() == null || decrypted.getPassword() == null) {
      problems.add(
          Setting.of(parameter, serverId),
          "that server of settings.xml needs a <username> and a <password>.");
      return Optional.empty();
    }
    return Optional.of(decrypted);
  }

  /** The active proxy for a protocol, else one for the other protocol; null where there is none. */
  Proxy proxy(String scheme, Problems problems) {
    String other = scheme.equals("https") ? "http" : "https";
    return Stream.of(scheme, other)
        .flatMap(
            protocol ->
                settings.getProxies().stream()
                    .filter(org.apache.maven.settings.Proxy::isActive)
                    .filter(proxy -> protocol.equalsIgnoreCase(proxy.getProtocol())))
        .findFirst()
        .map(proxy -> decrypted(proxy, problems))
        .orElse(null);
  }

  private Proxy decrypted(org.apache.maven.settings.Proxy encrypted, Problems problems) {
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
    if (isRefused(result, "proxy " + encrypted.getId(), problems)) {
      return null;
    }
    org.apache.maven.settings.Proxy proxy = result.getProxy();
    String direct = proxy.getNonProxyHosts();
    return new Proxy(
        URI.create("http://" + proxy.getHost() + ":" + proxy.getPort()),
        proxy.getUsername(),
        proxy.getPassword(),
        direct == null ? List.of() : List.of(direct.strip().split("\\s*[|,]\\s*")));
  }

  private static boolean isRefused(
      SettingsDecryptionResult result, String what, Problems problems) {
    boolean refused = false;
    for (SettingsProblem problem : result.getProblems()) {
      if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
        problems.add(what + " of settings.xml: " + problem.getMessage());
        refused = true;
      }
    }
    return refused;
  }
}
