import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
def source = template.Resources.AppPipeline.Properties.Stages[0].Actions[0]
assert source.ActionTypeId == [Category: 'Source', Owner: 'ThirdParty', Provider: 'GitHub', Version: '1']
assert source.Configuration.Branch == 'main'
assert source.Configuration.OAuthToken.toString().contains('{{resolve:secretsmanager:')
assert !template.Resources.containsKey('SourceRepository')

def log = InvokedProject.logs(basedir)[0].readLines()
assert log.contains('[INFO] Or with the AWS CLI: aws cloudformation deploy --stack-name orders-pipeline'
    + ' --template-file target/pipeline.json --capabilities CAPABILITY_IAM'
    + ' --parameter-overrides GithubOwner="${GithubOwner:?}" GithubRepoName="${GithubRepoName:?}"')
assert log.contains('[INFO] Next: mvn chalice:deploy-pipeline@default'
    + ' -Dchalice.parameter.GithubOwner="${GithubOwner:?}" -Dchalice.parameter.GithubRepoName="${GithubRepoName:?}"')
return true
