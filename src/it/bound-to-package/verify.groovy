import io.github.chalicemaven.it.InvokedProject

['pipeline.json', 'buildspec.yml'].each { name ->
  assert new File(basedir, "target/$name").bytes == InvokedProject.expected(basedir, name).bytes
}
assert InvokedProject.files(new File(basedir, 'target')) == ['buildspec.yml', 'pipeline.json']

def log = InvokedProject.logs(basedir)[0].readLines()
assert log.contains('[INFO] Wrote target/pipeline.json')
assert log.contains('[INFO] Wrote target/buildspec.yml')
assert log.contains('[INFO] Or with the AWS CLI: aws cloudformation deploy --stack-name orders-pipeline'
    + ' --template-file target/pipeline.json --capabilities CAPABILITY_IAM')
// Nothing to warn of: compare the example "warnings".
assert !log.any { it.contains('requirements.txt') || it.contains('has been deprecated since') }
return true
