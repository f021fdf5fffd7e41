import io.github.chalicemaven.it.InvokedProject

def aws = context.get('aws')
def calls = aws.calls('CreateChangeSet')*.parameters()
aws.close()

def (refused, failed, rolledBack) = InvokedProject.logs(basedir)

assert refused.contains('Parameter GithubPersonalToken: **** is too short')
assert failed.contains('the change set failed: Validation failed: ****')
assert rolledBack =~ /\[INFO\] .+ CREATE_FAILED +AppPipeline .+ \*\*\*\*/
assert rolledBack.contains('AppPipeline (AWS::CodePipeline::Pipeline), CREATE_FAILED: GitHub does not know the token ****')
// The trace of -X is there too.
[refused, failed, rolledBack].each { assert it.contains('[DEBUG] io.github.chalicemaven.deploy.service.DeploymentException: ') }
assert refused.contains('Caused by: software.amazon.awssdk.services.cloudformation.model.CloudFormationException: Parameter GithubPersonalToken: **** is too short')

// CloudFormation has it; no log does, not even with -X.
assert calls.size() == 3
calls.each { assert it.containsValue('ghp-of-acme') }
assert !new File(basedir, 'build.log').text.contains('ghp-of-acme')
return true
