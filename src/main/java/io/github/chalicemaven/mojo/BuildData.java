package io.github.chalicemaven.mojo;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * What the goals of one build share: modules and threads do, the next build in the same JVM does
 * not. It lies in the data of the repository session, the one thread-safe store that Maven 3.6.3 to
 * 4 keep for just that long, in classes of the JDK, since a build may load this plugin twice.
 */
final class BuildData {

  private BuildData() {}

  /** The build's map of that name; one of its own for a test, which has no repository session. */
  @SuppressWarnings("unchecked")
  static ConcurrentMap<String, Object> map(MavenSession session, String name) {
    RepositorySystemSession repositories = session.getRepositorySession();
    if (repositories == null) {
      return new ConcurrentHashMap<>();
    }
    SessionData data = repositories.getData();
    data.set(name, null, new ConcurrentHashMap<String, Object>());
    return (ConcurrentMap<String, Object>) data.get(name);
  }
}
