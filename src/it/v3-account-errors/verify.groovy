import io.github.chalicemaven.it.InvokedProject

def stage = { name -> "<stages><stage name=\"$name\">".toString() }
def prod = stage('prod')
def live = stage('live')
def foreignRole = '<deployment><roleArn> is `arn:aws:iam::777788889999:role/deploy`: the role is in the account 777788889999,' +
    ' and the pipeline is in 111122223333 according to <account> (-Dchalice.account). CloudFormation cannot use a role of' +
    ' another account. Set the <account> of a stage that is deployed there, and the role in the <deployment> of that stage;' +
    ' the template for that account creates the other role that the stage needs.'
def s3Keys = '<account> is `444455556666`: with <encryption>s3</encryption>, no other account can read the artifacts. Use' +
    ' <encryption>kms</encryption>, or deploy to the pipeline\'s account.'
def partition = { name, home -> (name == 'us-gov-west-1' ? "it is in the partition aws-us-gov" : 'it is in the partition aws') +
    ", and the pipeline's region $home is in ${home.startsWith('cn-') ? 'aws-cn' : 'aws'}: no role can be assumed in another" +
    ' partition. Use a pipeline for each.' }
def region = { name, at, home -> "${stage(name)}<region> is `$at`: ${partition(at, home)}".toString() }
def places = [
    stage('beta') + '<account> is `1234`: use a 12-digit AWS account ID.',
    stage('beta') + '<region> is `Ireland`: use the name of an AWS region, such as eu-west-1.'
]
def ofProd = [
    prod + s3Keys,
    prod + '<alarm>: a CloudWatch alarm of another account cannot be watched: CodePipeline looks for alarms in the' +
        ' pipeline\'s account. Leave it out, or deploy to the pipeline\'s account.',
    '<deployment><roleArn> is `arn:aws:iam::777788889999:role/deploy`: stage `prod` is in the account 444455556666, which' +
        ' cannot use it. Set one of that account in the <deployment> of the stage.',
    '<permissionsBoundary> (-Dchalice.permissionsBoundary) is `arn:aws:iam::111122223333:policy/Boundary`: stage `prod` is in' +
        ' another account, and a permissions boundary must be in the same account as the role. Set <permissionsBoundary> of the' +
        ' stage to the ARN of a policy in 444455556666.'
]
def ofLive = [
    live + s3Keys,
    live + '<permissionsBoundary> is `arn:aws:iam::111122223333:policy/Limits`: a permissions boundary must be in the same' +
        ' account as the role. Set <permissionsBoundary> of the stage to the ARN of a policy in 444455556666.',
    live + '<stackName> is `orders`: stage `prod` has the same stack. Use another one.'
]
def missing = { name -> "<$name> (-Dchalice.$name) is required if a stage has an <account> or a <region>, because the" +
    ' policies on both sides name the pipeline\'s account and region. Set it to where the pipeline is deployed.' }
def china = '<region> (-Dchalice.region) is `cn-north-1`: stages in other accounts and regions are not supported in China. Use' +
    ' another region, or a pipeline for each account and region.'

def expected = [
    [foreignRole] + places + region('gamma', 'us-gov-west-1', 'us-east-1') + ofProd + ofLive,
    [foreignRole, china] + places + region('gamma', 'us-gov-west-1', 'cn-north-1') + region('prod', 'eu-west-1', 'cn-north-1') +
        ofProd + region('live', 'eu-west-1', 'cn-north-1') + ofLive,
    [missing('account').toString(), missing('region').toString()]
]

def logs = InvokedProject.logs(basedir)
assert logs.size() == expected.size()
logs.eachWithIndex { log, i -> InvokedProject.assertProblems(log, expected[i]) }
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
