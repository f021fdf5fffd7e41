package io.github.chalicemaven.deploy.service;

/**
 * Who is about to change what.
 *
 * @param account the account's number
 * @param arn the user or role
 * @param region for example {@code eu-west-1}
 */
public record Caller(String account, String arn, String region) {

  @Override
  public String toString() {
    return "account " + account + ", region " + region + ", as " + arn;
  }
}
