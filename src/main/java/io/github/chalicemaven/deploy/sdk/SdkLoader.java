package io.github.chalicemaven.deploy.sdk;

import io.github.chalicemaven.deploy.service.AwsServices;
import io.github.chalicemaven.deploy.service.AwsSettings;
import io.github.chalicemaven.deploy.service.Dialog;
import io.github.chalicemaven.deploy.service.ProxySource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Opens AWS through an SDK that is on no class path: a class loader of its own has the SDK's jars
 * and the classes that use it, {@code deploy.aws}; what both sides speak of, {@code deploy.service}
 * and {@code core.problem}, it takes from here. Logging libraries of Maven's are out of its sight,
 * so that no header that carries a secret comes into Maven's log with {@code -X}.
 */
public final class SdkLoader implements AutoCloseable {

  private static final String PLUGIN = "io.github.chalicemaven.";
  private static final String ADAPTER = PLUGIN + "deploy.aws.";
  private static final List<String> SHARED =
      List.of(PLUGIN + "core.problem.", PLUGIN + "deploy.service.");
  private static final String HTTP_SERVICE =
      "META-INF/services/software.amazon.awssdk.http.SdkHttpService";

  private final Loader loader;
  private final ClassLoader contextBefore = Thread.currentThread().getContextClassLoader();

  /**
   * Makes the class loader, the thread's context class loader until it is closed.
   *
   * @param sdk the SDK's jars
   */
  public SdkLoader(List<URL> sdk) {
    List<URL> classPath = new ArrayList<>();
    classPath.add(SdkLoader.class.getProtectionDomain().getCodeSource().getLocation());
    classPath.addAll(sdk);
    loader = new Loader(classPath);
    Thread.currentThread().setContextClassLoader(loader);
  }

  /**
   * Opens AWS.
   *
   * @throws io.github.chalicemaven.deploy.service.DeploymentException where credentials or a region
   *     are missing
   */
  public AwsServices open(AwsSettings settings, Dialog dialog) {
    loader.proxy = settings.proxy();
    try {
      return (AwsServices)
          loader
              .loadClass(ADAPTER + "SdkAwsServices")
              .getConstructor(AwsSettings.class, Dialog.class)
              .newInstance(settings, dialog);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Thread.currentThread().setContextClassLoader(contextBefore);
    loader.close();
  }

  /** Loads the SDK; of HTTP clients it finds only the plugin's own, which knows the proxy. */
  private static final class Loader extends URLClassLoader implements ProxySource {

    private volatile AwsSettings.Proxy proxy;

    Loader(List<URL> classPath) {
      super("aws-sdk", classPath.toArray(URL[]::new), new Bridge());
    }

    @Override
    public AwsSettings.Proxy proxy() {
      return proxy;
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
      return name.equals(HTTP_SERVICE)
          ? Collections.enumeration(List.of(findResource(name)))
          : super.findResources(name);
    }
  }

  /** Lets only what both sides speak of through, and the JDK. */
  private static final class Bridge extends ClassLoader {

    Bridge() {
      super("aws-sdk-bridge", getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (SHARED.stream().anyMatch(name::startsWith)) {
        return SdkLoader.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
