import io.github.chalicemaven.deploy.aws.AwsStub
import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def repository = new File(basedir, 'repository')
InvokedProject.repositoryWithout(localRepositoryPath, repository, ['software/amazon', 'org/slf4j/slf4j-nop'])
def aws = new AwsStub()
context.put('aws', aws)
def config = new File(basedir, '.mvn/maven.config')
config.parentFile.mkdirs()
config.text = "-Dchalice.endpoint=${aws.endpoint()}\n"
return true
