package io.github.chalicemaven.deploy.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local HTTP server that speaks like CloudFormation, STS, S3, Secrets Manager and CodePipeline
 * where a deployment needs it. Its stacks are created and updated by change sets; answers of a
 * test's own come before it.
 */
public final class AwsStub implements AutoCloseable {

  /** A call that the stub got. */
  public record Call(
      String operation, Map<String, String> parameters, String authorization, String token) {}

  /** What is sent back. */
  public record Answer(int status, String body, Map<String, String> headers, Fault fault) {

    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of(), Fault.NONE);
    }

    /** An error as CloudFormation and STS tell it. */
    public static Answer error(int status, String code, String message) {
      return of(
          status,
          "<ErrorResponse><Error><Type>Sender</Type><Code>"
              + code
              + "</Code><Message>"
              + CloudFormationStub.escaped(message)
              + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
    }

    public static Answer fault(Fault fault) {
      return new Answer(200, "<AResponse><AResult><Id>", Map.of(), fault);
    }
  }

  /** How an answer goes wrong on its way. */
  public enum Fault {
    NONE,
    /** The connection ends without an answer, and nothing was done. */
    RESET,
    /** The connection ends without an answer, but what was asked was done. */
    LOST,
    HALF
  }

  static {
    // Else each answer waits for the acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final String ACCOUNT = "123456789012";
  private static final Pattern ROLE_KEY = Pattern.compile("Credential=ASIA([0-9]{12})/");

  private final HttpServer server;
  private final String host;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, CloudFormationStub> stacks = new ConcurrentHashMap<>();
  private final Map<String, String> objects = new ConcurrentHashMap<>();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private volatile String bucketRegion = "eu-west-1";

  public AwsStub() throws IOException {
    this(HttpServer.create(anyPort(), 0), "http://127.0.0.1");
    server.start();
  }

  /** One that speaks TLS. */
  public AwsStub(TestCertificate certificate) throws IOException, GeneralSecurityException {
    this(HttpsServer.create(anyPort(), 0), "https://aws.test");
    ((HttpsServer) server).setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.start();
  }

  private AwsStub(HttpServer server, String host) {
    this.server = server;
    this.host = host;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Forgets everything. */
  public void reset() {
    stacks.clear();
    answers.clear();
    calls.clear();
    objects.clear();
    secrets.clear();
  }

  public URI endpoint() {
    return URI.create(host + ":" + server.getAddress().getPort());
  }

  /** The stack of the sample application's pipeline, and what becomes of it. */
  public CloudFormationStub cloudFormation() {
    return stack("orders-pipeline");
  }

  /** A stack, and what becomes of it. */
  public CloudFormationStub stack(String name) {
    return stacks.computeIfAbsent(name, key -> new CloudFormationStub());
  }

  /** Objects by {@code /bucket/key}. */
  public Map<String, String> objects() {
    return objects;
  }

  public Map<String, String> secrets() {
    return secrets;
  }

  public void setBucketRegion(String region) {
    bucketRegion = region;
  }

  /** Answers the next calls of an operation, one each. */
  public AwsStub answer(String operation, Answer... next) {
    answers.computeIfAbsent(operation, key -> new ArrayDeque<>()).addAll(Arrays.asList(next));
    return this;
  }

  /** The operations that were called. */
  public List<String> operations() {
    synchronized (calls) {
      return calls.stream().map(Call::operation).toList();
    }
  }

  /** The calls of an operation. */
  public List<Call> calls(String operation) {
    synchronized (calls) {
      return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Call call = call(exchange, body);
    calls.add(call);
    Deque<Answer> queue = answers.get(call.operation());
    Answer answer;
    synchronized (this) {
      answer =
          queue == null || queue.isEmpty() ? answer(call, exchange, body) : queue.removeFirst();
      if (answer.fault() == Fault.LOST) {
        answer(call, exchange, body);
      }
    }
    send(exchange, answer);
  }

  private static Call call(HttpExchange exchange, String body) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String token = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return new Call(
          target.substring(target.lastIndexOf('.') + 1),
          Map.of("body", body),
          authorization,
          token);
    }
    Map<String, String> form = new TreeMap<>();
    if (exchange.getRequestMethod().equals("POST")) {
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(decoded(parts[0]), decoded(parts.length > 1 ? parts[1] : ""));
      }
      return new Call(form.get("Action"), form, authorization, token);
    }
    form.put("path", exchange.getRequestURI().getPath());
    return new Call(exchange.getRequestMethod(), form, authorization, token);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Answer answer(Call call, HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    return switch (call.operation()) {
      case "HEAD" -> new Answer(200, "", Map.of("x-amz-bucket-region", bucketRegion), Fault.NONE);
      case "PUT" -> {
        objects.put(path, body);
        yield Answer.of(200, "");
      }
      case "GET" -> signedIn(exchange);
      case "GetCallerIdentity" -> callerIdentity(call);
      case "AssumeRole" ->
          Answer.of(
              200,
              "<AssumeRoleResponse><AssumeRoleResult><Credentials>"
                  + "<AccessKeyId>"
                  + keyOf(call.parameters().getOrDefault("RoleArn", ""))
                  + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                  + "<SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>"
                  + "</Credentials></AssumeRoleResult></AssumeRoleResponse>");
      case "DescribeSecret" ->
          secrets.keySet().stream().anyMatch(name -> body.contains('"' + name + '"'))
              ? Answer.of(200, "{}")
              : Answer.of(
                  400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"can't find\"}");
      case "CreateSecret" -> {
        secrets.put(body.replaceAll(".*\"Name\":\"([^\"]*)\".*", "$1"), body);
        yield Answer.of(200, "{}");
      }
      default -> called(call).answer(call);
    };
  }

  /** The account of an assumed role, else the stub's own. */
  private static Answer callerIdentity(Call call) {
    Matcher role = ROLE_KEY.matcher(String.valueOf(call.authorization()));
    boolean isRole = role.find();
    String account = isRole ? role.group(1) : ACCOUNT;
    return Answer.of(
        200,
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::"
            + account
            + (isRole ? ":role/deploy" : ":user/dev")
            + "</Arn><UserId>AIDA</UserId><Account>"
            + account
            + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
  }

  /** An access key that tells the account of its role. */
  private static String keyOf(String roleArn) {
    Matcher account = Pattern.compile("arn:aws:iam::([0-9]{12}):.*").matcher(roleArn);
    return account.matches() && !account.group(1).equals(ACCOUNT)
        ? "ASIA" + account.group(1)
        : "ASIAROLE";
  }

  /** What AWS SSO gives who has the token of a sign-in. */
  private static Answer signedIn(HttpExchange exchange) {
    return "sso-token".equals(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"))
        ? Answer.of(
            200,
            "{\"roleCredentials\": {\"accessKeyId\": \"ASIASSO\", \"secretAccessKey\":"
                + " \"sso-secret\", \"sessionToken\": \"sso-session\", \"expiration\":"
                + " 32503680000000}}")
        : new Answer(
            401,
            "{\"message\": \"Session token not found or invalid\"}",
            Map.of("x-amzn-ErrorType", "UnauthorizedException"),
            Fault.NONE);
  }

  /** The stack that a call is about. */
  private CloudFormationStub called(Call call) {
    String name = call.parameters().get("StackName");
    if (name != null) {
      return stack(name.replaceFirst("^arn:.*:stack/([^/]+)/.*", "$1"));
    }
    String changeSet = call.parameters().getOrDefault("ChangeSetName", "");
    return stacks.values().stream()
        .filter(stack -> stack.knows(changeSet))
        .findFirst()
        .orElseGet(this::cloudFormation);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.fault() == Fault.RESET || answer.fault() == Fault.LOST) {
      exchange.close();
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.getResponseHeaders().set("x-amzn-RequestId", "r-1");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean empty = bytes.length == 0;
    int surplus = answer.fault() == Fault.HALF ? 100 : 0;
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : bytes.length + surplus);
    if (!empty) {
      exchange.getResponseBody().write(bytes);
    }
    if (surplus > 0) {
      exchange.getResponseBody().flush();
    }
    exchange.close();
  }
}
