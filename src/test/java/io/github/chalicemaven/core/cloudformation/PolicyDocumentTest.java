package io.github.chalicemaven.core.cloudformation;

import static io.github.chalicemaven.core.cloudformation.Values.mapping;
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
            Statement.allow(Functions.getAtt("Role", "Arn"), "iam:PassRole"));

    assertThat(document.document())
        .isEqualTo(
            mapping(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    mapping(
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("s3:ListAllMyBuckets"),
                        "Resource",
                        "*"),
                    mapping(
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("iam:PassRole"),
                        "Resource",
                        Functions.getAtt("Role", "Arn")))));
  }

  @Test
  void aTrustPolicyNamesTheServiceInEveryPartition() {
    assertThat(PolicyDocument.assumableBy("codebuild").document())
        .isEqualTo(
            mapping(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    mapping(
                        "Effect",
                        "Allow",
                        "Principal",
                        mapping("Service", List.of(Functions.sub("codebuild.${AWS::URLSuffix}"))),
                        "Action",
                        List.of("sts:AssumeRole")))));
  }

  @Test
  void everyActionIsWrittenAsOneStar() {
    assertThat(Statement.allowAnywhere("*").document())
        .isEqualTo(mapping("Effect", "Allow", "Action", "*", "Resource", "*"));
  }

  @Test
  void severalResourcesAreAList() {
    List<Value> resources = List.of(Values.of("arn:a"), Values.of("arn:b"));

    assertThat(Statement.allow(List.of("s3:GetObject"), resources).document())
        .isEqualTo(
            mapping("Effect", "Allow", "Action", List.of("s3:GetObject"), "Resource", resources));
  }

  @Test
  void eachChangeOfAStatementKeepsTheOthers() {
    Statement plain = Statement.allow(Values.of("arn:a"), "s3:*");
    Value.Mapping insecure = mapping("aws:SecureTransport", "false");
    Statement statement = plain.named("TlsOnly").denied().to(Values.of("*")).when("Bool", insecure);
    Statement otherOrder =
        plain.when("Bool", insecure).to(Values.of("*")).denied().named("TlsOnly");

    assertThat(otherOrder).isEqualTo(statement);
    assertThat(statement.document())
        .isEqualTo(
            mapping(
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
                mapping("Bool", insecure)));
  }

  @Test
  void aDocumentWithoutAStatementIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(PolicyDocument::of)
        .withMessage("a policy document without a statement");
  }
}
