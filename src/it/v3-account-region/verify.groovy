import io.github.chalicemaven.it.InvokedProject

def templates = ['pipeline.json', 'pipeline-target-444455556666.json', 'pipeline-region-eu-west-1.json']
def logs = InvokedProject.logs(basedir)

templates.each { name ->
  assert logs[0].contains("[INFO] Wrote target/$name")
  assert logs[0].contains("$name does not exist. Generate and commit it.")
  assert logs[1].contains("[INFO] Wrote $name")
  assert logs[2].contains("[INFO] $name is up to date.")
  // With a mark at its end, since it lies in the source tree.
  def golden = InvokedProject.golden(basedir, 'v3-account-region', name).text
  assert new File(basedir, name).text.startsWith(golden.substring(0, golden.lastIndexOf('}\n}')))
}

assert logs[2].contains('[WARNING] pipeline-target-999900001111.json no longer belongs to this pipeline: no stage is deployed to that account or region. Delete its stack, then the file.')
assert logs[2].count(' no longer belongs to this pipeline') == 1

def deploy = 'aws cloudformation deploy --region'
def order = [
    '[INFO] Next: mvn chalice:deploy-pipeline@pipeline',
    '[INFO] Or with the AWS CLI, in this order, each with credentials of its account; to delete the stacks, use the reverse order:',
    "[INFO] Account 444455556666: $deploy eu-west-1 --stack-name orders-pipeline-target"
        + ' --template-file target/pipeline-target-444455556666.json --capabilities CAPABILITY_NAMED_IAM',
    "[INFO] Account 111122223333: $deploy eu-west-1 --stack-name orders-pipeline-region"
        + ' --template-file target/pipeline-region-eu-west-1.json',
    "[INFO] Account 111122223333: $deploy us-east-1 --stack-name orders-pipeline --template-file target/pipeline.json"
        + ' --capabilities CAPABILITY_NAMED_IAM --parameter-overrides KeyArnEuWest1="$(aws cloudformation describe-stacks'
        + ' --region eu-west-1 --stack-name orders-pipeline-region'
        + ' --query "Stacks[0].Outputs[?OutputKey==\'KeyArn\'].OutputValue" --output text)"'
].collect { it.toString() }
def lines = logs[0].readLines()
def from = lines.indexOf(order[0])
assert lines.subList(from, from + order.size()) == order

assert logs[3].contains('pipeline-target-444455556666.json is out of date:')
assert logs[3].contains('[ERROR] +        "Path": "/deployed/"')
assert logs[3].contains('pipeline-target-777788889999.json does not exist. Generate and commit it.')
assert logs[3].contains('pipeline-region-eu-west-1.json is out of date:')
assert new File(basedir, 'target/pipeline.md').text.contains('444455556666')
return true
