package io.github.chalicemaven.deploy.service;

/** What a deployment needs of CodeConnections. */
@FunctionalInterface
public interface ConnectionService {

  /**
   * A connection, as {@code GetConnection} answers: a JSON document.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/codeconnections/latest/APIReference/API_GetConnection.html">GetConnection</a>
   */
  String connection(String arn);
}
