package io.github.chalicemaven.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders already exists in stack arn:aws:x | choose another name
          Resource handler returned message: "x" (RequestToken: a, HandlerErrorCode: AlreadyExists) | choose another name
          Requires capabilities : [CAPABILITY_NAMED_IAM] | the capability CAPABILITY_NAMED_IAM
          User: arn:aws:iam::1:user/dev is not authorized to perform: iam:CreateRole on resource: role x | the permission iam:CreateRole
          Account limit exceeded: 10 projects | Service Quotas
          (HandlerErrorCode: ServiceLimitExceeded) | Service Quotas
          Connection arn:aws:codeconnections:x is not available | complete it in the console
          Unable to use Connection: arn:aws:codestar-connections:x | complete it in the console
          Rate exceeded (Service: CodePipeline) | later
          The bucket you tried to delete is not empty | all versions included
          Secrets Manager can't find the specified secret. | create the secret
          CodeBuild is not authorized to perform: sts:AssumeRole on arn:aws:iam::1:role/x | the permission sts:AssumeRole
          The role defined for the function cannot be assumed by Lambda. | trust policy
          Access Denied (HandlerErrorCode: AccessDenied) | does not say which
          (HandlerErrorCode: NotStabilized) | deploy again
          (HandlerErrorCode: ServiceInternalError) | later
          """)
  void knownReasonsHaveAHint(String reason, String hint) {
    assertThat(Reason.explained(reason)).contains(" Hint: ").contains(hint);
  }

  @Test
  void otherReasonsStandForThemselves() {
    assertThat(Reason.explained("Property\n  Foo is wrong")).isEqualTo("Property Foo is wrong.");
    assertThat(Reason.explained(" ")).isEqualTo("AWS gives no reason.");
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(Reason.explained("no \u001b[31mred\u0007\u202e.\n[INFO] Done"))
        .isEqualTo("no \\u001b[31mred\\u0007\\u202e. [INFO] Done.");
    assertThat(Reason.oneLine("\tno\r\n\u001b[31mred ")).isEqualTo("no \\u001b[31mred");
  }
}
