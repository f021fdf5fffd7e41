package io.github.chalicemaven.deploy.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that opens tunnels for who knows the password; all of them lead to one server. */
public final class TunnelProxy implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final String expected;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /**
   * Starts.
   *
   * @param target the server to which all tunnels lead
   */
  public TunnelProxy(URI target, String user, String password) throws IOException {
    this.target = target.getPort();
    this.expected =
        "Proxy-Authorization: Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    threads.execute(this::listen);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** For each request its first line, and whether a tunnel was opened. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void listen() {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
      return;
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      while (!head.isEmpty()) {
        String first = head.lines().findFirst().orElseThrow();
        boolean knows = head.lines().anyMatch(expected::equals);
        requests.add(first + (knows ? " opened" : " refused"));
        OutputStream out = client.getOutputStream();
        if (knows && first.startsWith("CONNECT ")) {
          out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          tunnel(client);
          return;
        }
        out.write(
            ("HTTP/1.1 407 Proxy Authentication Required\r\n"
                    + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        head = head(client.getInputStream());
      }
    } catch (IOException e) {
      // The client has gone.
      return;
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  private void tunnel(Socket client) throws IOException {
    try (Socket aws = new Socket(InetAddress.getLoopbackAddress(), target)) {
      threads.execute(() -> copy(client, aws));
      copy(aws, client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One end has gone.
      return;
    }
  }
}
