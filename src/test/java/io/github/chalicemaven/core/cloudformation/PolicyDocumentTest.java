package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chalicemaven.core.cloudformation.PolicyDocument.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

  @Test
  void aDocumentHasItsVersionAndItsStatementsInOrder() {
    PolicyDocument document =
        PolicyDocument.of(
            Statement.allowAnywhere("s3:ListAllMyBuckets"),
            Statement.allow(Value.getAtt("Role", "Arn"), "iam:PassRole"));

    assertThat(document.document())
        .isEqualTo(
            Value.mapping(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    Value.mapping(
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("s3:ListAllMyBuckets"),
                        "Resource",
                        "*"),
                    Value.mapping(
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("iam:PassRole"),
                        "Resource",
                        Value.getAtt("Role", "Arn")))));
  }

  @Test
  void aTrustPolicyNamesTheServiceInEveryPartition() {
    assertThat(PolicyDocument.assumableBy("codebuild").document())
        .isEqualTo(
            Value.mapping(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    Value.mapping(
                        "Effect",
                        "Allow",
                        "Principal",
                        Value.mapping("Service", List.of(Value.sub("codebuild.${AWS::URLSuffix}"))),
                        "Action",
                        List.of("sts:AssumeRole")))));
  }

  @Test
  void everyActionIsWrittenAsOneStar() {
    assertThat(Statement.allowAnywhere("*").document())
        .isEqualTo(Value.mapping("Effect", "Allow", "Action", "*", "Resource", "*"));
  }

  @Test
  void severalResourcesAreAList() {
    List<Value> resources = List.of(Value.of("arn:a"), Value.of("arn:b"));

    assertThat(Statement.allow(List.of("s3:GetObject"), resources).document())
        .isEqualTo(
            Value.mapping(
                "Effect", "Allow", "Action", List.of("s3:GetObject"), "Resource", resources));
  }

  @Test
  void eachChangeOfAStatementKeepsTheOthers() {
    Statement statement =
        Statement.allow(Value.of("arn:a"), "s3:*")
            .named("TlsOnly")
            .denied()
            .to(Value.of("*"))
            .when("Bool", Value.mapping("aws:SecureTransport", "false"));

    assertThat(statement.document())
        .isEqualTo(
            Value.mapping(
                "Sid",
                "TlsOnly",
                "Effect",
                "Deny",
                "Principal",
                "*",
                "Action",
                List.of("s3:*"),
                "Resource",
                "arn:a",
                "Condition",
                Value.mapping("Bool", Value.mapping("aws:SecureTransport", "false"))));
  }

  @Test
  void aDocumentWithoutAStatementIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(PolicyDocument::of)
        .withMessage("a policy document without a statement");
  }
}
