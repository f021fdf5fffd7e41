import io.github.chalicemaven.it.InvokedProject

['pipeline.json', 'buildspec.yml'].each { name ->
  assert new File(basedir, "target/$name").bytes == InvokedProject.golden(basedir, 'v3-three-lines', name).bytes
}

def log = InvokedProject.logs(basedir)[0].readLines()
assert log.contains('[INFO] Wrote target/pipeline.json')
assert log.contains('[INFO] Or with the AWS CLI: aws cloudformation deploy --stack-name orders-pipeline'
    + ' --template-file target/pipeline.json --capabilities CAPABILITY_IAM')
assert !log.any { it.startsWith('[WARNING]') && it.contains('stage') }
return true
