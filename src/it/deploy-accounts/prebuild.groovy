import io.github.chalicemaven.deploy.aws.AwsStub
import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def aws = new AwsStub()
context.put('aws', aws)
aws.stack('ordersProdStack').stack('ordersProdStack', 'CREATE_COMPLETE', '{}')
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = "-Dchalice.endpoint=${aws.endpoint()}\n"
return true
