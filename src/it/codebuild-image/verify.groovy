import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
assert template.Parameters.CodeBuildImage.Default == 'aws/codebuild/standard:8.0'
def buildSpec = InvokedProject.read(new File(basedir, 'target/buildspec.yml'))
assert buildSpec.version.toString() == '0.2'
assert buildSpec.phases.install.commands[0] == "pip install 'chalice>=1.32.0,<1.33.0'"
return true
