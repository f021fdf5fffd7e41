package io.github.chalicemaven.deploy.aws;

import io.github.chalicemaven.deploy.service.Dialog;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** A line for each answer of AWS: which operation, which status; never what was sent. */
final class CallLog implements ExecutionInterceptor {

  private final Dialog dialog;

  CallLog(Dialog dialog) {
    this.dialog = dialog;
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    dialog.detail(
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
            + " "
            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)
            + ": HTTP status "
            + context.httpResponse().statusCode()
            + context
                .httpResponse()
                .firstMatchingHeader("x-amzn-RequestId")
                .map(id -> ", request " + id)
                .orElse(""));
  }
}
