import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
assert template.Parameters.CodeBuildImage.Default == 'aws/codebuild/python:3.7.1'
assert template.Parameters.GithubPersonalToken.NoEcho == true
def buildSpec = InvokedProject.read(new File(basedir, 'target/buildspec.yml'))
assert buildSpec.version.toString() == '0.1'
assert buildSpec.phases.install.commands.contains("sudo pip install 'chalice>=1.30.0,<1.31.0'".toString())
assert InvokedProject.readText(template.Resources.AppPackageBuild.Properties.Source.BuildSpec) == buildSpec

def log = InvokedProject.logs(basedir)[0].readLines()
// The token is read into a variable: it is in no command, so that the shell's history does not keep it.
assert log.contains('[INFO] First enter GithubPersonalToken; it is not kept in the shell\'s history: read -rs GithubPersonalToken')
assert log.any { it.endsWith('--parameter-overrides GithubOwner="${GithubOwner:?}" GithubRepoName="${GithubRepoName:?}"'
    + ' GithubPersonalToken="${GithubPersonalToken:?}"') }
return true
