import io.github.chalicemaven.deploy.aws.AwsStub
import io.github.chalicemaven.it.InvokedProject

InvokedProject.repository(basedir)
def aws = new AwsStub()
context.put('aws', aws)
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = "-Dchalice.endpoint=${aws.endpoint()}\n"
return true
