package io.github.chalicemaven.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chalicemaven.core.document.DocumentReader;
import io.github.chalicemaven.core.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {Resources: {B: {Type: AWS::S3::Bucket}}} |
          {Resources: {R: {Type: AWS::IAM::Role}}} | CAPABILITY_IAM
          {Resources: {R: {Type: AWS::IAM::Policy, Properties: {PolicyName: p}}}} | CAPABILITY_IAM
          {Resources: {R: {Type: AWS::IAM::Role, Properties: {RoleName: r}}}} | CAPABILITY_NAMED_IAM
          {Resources: {R: {Type: AWS::IAM::OIDCProvider}}} |
          {Transform: Macro, Resources: {B: {Type: AWS::S3::Bucket}}} | CAPABILITY_IAM
          """)
  void onlyTheCapabilitiesThatAreNeeded(String text, String capability) {
    Optional<Value.Mapping> template = DocumentReader.parse("t.yaml", text, new Problems());

    assertThat(Capabilities.of(template.orElseThrow()))
        .isEqualTo(capability == null ? List.of() : List.of(capability));
  }
}
