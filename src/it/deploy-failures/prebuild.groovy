import io.github.chalicemaven.deploy.aws.AwsStub
import io.github.chalicemaven.deploy.aws.AwsStub.Answer
import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def aws = new AwsStub()
context.put('aws', aws)
aws.answer('CreateChangeSet', Answer.error(400, 'ValidationError', 'Parameter GithubPersonalToken: ghp-of-acme is too short'))
aws.cloudFormation().failChangeSet('Validation failed: ghp-of-acme')
aws.cloudFormation().fail('AppPipeline', 'GitHub does not know the token ghp-of-acme')
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = "-Dchalice.endpoint=${aws.endpoint()}\n"
return true
