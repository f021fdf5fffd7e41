/**
 * The goals, with {@code mojo.configuration} the only code that uses Maven: they read parameters,
 * log, and call {@link io.github.chalicemaven.core.PipelineGenerator} and the packages {@code
 * report}, {@code init} and {@code deploy}.
 *
 * <p>At the top is {@code AbstractChaliceMojo}, which skips a goal, runs it for several modules and
 * turns problems into failures; {@code init}, which needs no pipeline, extends it alone. Below it
 * are {@code PipelineParameters}, whose setters fill the settings, and {@code
 * AbstractPipelineMojo}, which has the steps to a pipeline and writes files. The goals that work
 * with AWS extend {@code AbstractStackMojo}; what they do is in classes of their own, such as
 * {@code DeployGoal} and {@code AwsAccess}, which the other goals never load.
 *
 * <p>{@code PipelineConfigurator} fills a goal from its configuration, except for what the package
 * {@code mojo.configuration} does not allow.
 *
 * <p>Uses {@code core}, {@code core.app}, {@code core.buildspec}, {@code core.cloudformation},
 * {@code core.document}, {@code core.files}, {@code core.pipeline}, {@code core.problem}, {@code
 * core.render}, {@code core.settings}, {@code deploy}, {@code deploy.command}, {@code
 * deploy.description}, {@code deploy.operation}, {@code deploy.sdk}, {@code deploy.service}, {@code
 * init}, {@code mojo.configuration} and {@code report}.
 */
package io.github.chalicemaven.mojo;
