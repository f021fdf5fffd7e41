package io.github.chalicemaven.mojo;

import io.github.chalicemaven.deploy.sdk.SdkArtifacts;
import io.github.chalicemaven.deploy.service.DeploymentException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Resolves the AWS SDK as Maven resolves a plugin: from the user's mirrors and repositories, into
 * the local repository, and from there only once it is there.
 */
record SdkResolver(
    RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

  /**
   * The SDK's jars.
   *
   * @throws DeploymentException where one cannot be had
   */
  List<URL> resolve() {
    List<ArtifactRequest> requests = new ArrayList<>();
    for (String coordinates : SdkArtifacts.coordinates()) {
      requests.add(new ArtifactRequest(new DefaultArtifact(coordinates), repositories, "plugin"));
    }
    try {
      List<URL> jars = new ArrayList<>();
      for (ArtifactResult result : system.resolveArtifacts(session, requests)) {
        jars.add(result.getArtifact().getFile().toURI().toURL());
      }
      return jars;
    } catch (ArtifactResolutionException e) {
      throw new DeploymentException(
          "the AWS SDK, which the first deployment downloads, could not be resolved: "
              + e.getMessage()
              + (session.isOffline() ? ". Run the goal once without -o." : ""),
          e);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file's URL is well-formed", e);
    }
  }
}
