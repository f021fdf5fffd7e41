package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.core.problem.Setting;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.AwsSettings.AccessKey;
import io.github.chalicemaven.deploy.service.AwsSettings.Role;
import io.github.chalicemaven.deploy.service.DeploymentException;
import io.github.chalicemaven.deploy.service.Reason;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Finds credentials where an AWS user expects them to be found, in the SDK's usual order.
 *
 * @param assume assumes a role with credentials
 */
record Credentials(AwsSettings settings, Assume assume) {

  /** Assumes a role. */
  @FunctionalInterface
  interface Assume {

    AwsCredentialsProvider with(Role role, AwsCredentialsProvider credentials);
  }

  /**
   * The given access key; else those of the given profile; else the first that the usual places
   * have.
   *
   * @throws DeploymentException that lists what was tried
   */
  AwsCredentialsProvider find() {
    if (settings.keys() != null) {
      return StaticCredentialsProvider.create(given(settings.keys()));
    }
    String profile = settings.profile();
    return firstOf(
        profile == null ? usual() : Map.of("profile `" + profile + "`", () -> ofProfile(profile)));
  }

  private static AwsCredentials given(AccessKey key) {
    return key.sessionToken() == null
        ? AwsBasicCredentials.create(key.id(), key.secret())
        : AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken());
  }

  private Map<String, Supplier<AwsCredentialsProvider>> usual() {
    Map<String, Supplier<AwsCredentialsProvider>> places = new LinkedHashMap<>();
    places.put("system properties", SystemPropertyCredentialsProvider::create);
    places.put("environment variables", EnvironmentVariableCredentialsProvider::create);
    places.put("web identity token", WebIdentityTokenFileCredentialsProvider::create);
    places.put(
        "profile (AWS_PROFILE, else `default`)",
        () -> ofProfile(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow()));
    places.put("container", ContainerCredentialsProvider::create);
    places.put("EC2 instance", InstanceProfileCredentialsProvider::create);
    return places;
  }

  /** The SDK assumes a profile's role too, but never asks for an MFA code. */
  private AwsCredentialsProvider ofProfile(String name) {
    Optional<Profile> profile = ProfileFile.defaultProfileFile().profile(name);
    return profile
        .filter(found -> has(found, ProfileProperty.ROLE_ARN, ProfileProperty.MFA_SERIAL))
        .flatMap(found -> found.property(ProfileProperty.SOURCE_PROFILE))
        .map(source -> assume.with(mfaRole(profile.orElseThrow()), ofProfile(source)))
        .orElseGet(() -> new OfProfile(name, signsIn(profile), provider(name)));
  }

  private static AwsCredentialsProvider provider(String profile) {
    return ProfileCredentialsProvider.create(profile);
  }

  private static Role mfaRole(Profile profile) {
    return new Role(
        profile.property(ProfileProperty.ROLE_ARN).orElseThrow(),
        profile.property(ProfileProperty.EXTERNAL_ID).orElse(null),
        profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse("chalice-maven-plugin"),
        profile.property(ProfileProperty.MFA_SERIAL).orElseThrow());
  }

  private static boolean signsIn(Optional<Profile> profile) {
    return profile
        .filter(found -> has(found, "sso_session") || has(found, ProfileProperty.SSO_START_URL))
        .isPresent();
  }

  private static boolean has(Profile profile, String... properties) {
    return Stream.of(properties).allMatch(name -> profile.property(name).isPresent());
  }

  private static AwsCredentialsProvider firstOf(
      Map<String, Supplier<AwsCredentialsProvider>> places) {
    StringBuilder tried = new StringBuilder();
    for (Entry<String, Supplier<AwsCredentialsProvider>> place : places.entrySet()) {
      try {
        AwsCredentialsProvider provider = place.getValue().get();
        provider.resolveCredentials();
        return provider;
      } catch (SdkException | IllegalStateException | DeploymentException e) {
        tried.append("\n  - ").append(place.getKey()).append(": ").append(reason(e));
      }
    }
    throw new DeploymentException(
        "no credentials for AWS were found. Tried:"
            + tried
            + "\nSet "
            + Setting.place("profile")
            + ", sign in (`aws sso login`), or name a server of settings.xml in "
            + Setting.place("serverId")
            + ".");
  }

  private static String reason(RuntimeException e) {
    String message = Reason.oneLine(String.valueOf(e.getMessage()));
    int details = message.indexOf(" (SDK Attempt Count");
    return details < 0 ? message : message.substring(0, details);
  }

  /**
   * The credentials of a profile. Those of a sign-in end some day, also in the middle of a
   * deployment.
   */
  private record OfProfile(String profile, boolean signsIn, AwsCredentialsProvider provider)
      implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
      try {
        return provider.resolveCredentials();
      } catch (SdkException | IllegalStateException | UncheckedIOException e) {
        throw new DeploymentException(
            signsIn ? reason(e) + " Sign in: `aws sso login --profile " + profile + "`" : reason(e),
            e);
      }
    }
  }
}
