import io.github.chalicemaven.it.InvokedProject

def aws = context.get('aws')
def created = aws.calls('CreateChangeSet')
def executed = aws.calls('ExecuteChangeSet').size()
def deleted = aws.calls('DeleteStack')*.parameters()*.StackName.collect { it.replaceFirst(/.*:stack\/([^\/]+)\/.*/, '$1') }
def roles = aws.calls('AssumeRole')*.parameters()*.RoleArn.unique()
aws.close()

def names = ['orders-pipeline-target', 'orders-pipeline-region', 'orders-pipeline']
def places = ['account 444455556666, region eu-west-1', 'account 123456789012, region eu-west-1', 'account 123456789012, region eu-central-1']
def (missing, shown, account, early, unknown, all, region, pipeline, described, standing, gone) = InvokedProject.logs(basedir)

assert missing.contains('<accounts> has no credentials for account 444455556666: add <account><id>444455556666</id><profile>...</profile></account>')
['target-444455556666', 'region-eu-west-1', 'pipeline'].each {
  assert missing.contains("-Dchalice.yes=true -Dchalice.part=$it`")
}
assert !missing.contains('Stack orders-pipeline')

// Each change set in a file of its own; the pipeline's needs the key of the region.
assert shown.contains("[INFO] Stack orders-pipeline-target: ${places[0]}, as arn:aws:iam::444455556666:role/deploy")
['target-444455556666', 'region-eu-west-1'].each {
  assert new File(basedir, "target/change-set-${it}.md").file
  assert new File(basedir, "target/change-set-${it}.json").file
}
assert shown.contains("[WARNING] The pipeline's change set cannot be shown: the pipeline needs the key of region eu-west-1, but stack orders-pipeline-region, which creates it, does not exist yet.")

assert account.contains('the credentials belong to account 123456789012 (arn:aws:iam::123456789012:user/dev), but stack orders-pipeline-target is in account `444455556666`')
assert early.contains('the pipeline needs the key of region eu-west-1, but stack orders-pipeline-region, which creates it, does not exist yet. Deploy it first: -Dchalice.part=region-eu-west-1')
assert unknown.contains('<part> (-Dchalice.part) is `region-eu-east-1`: use `target-444455556666`, `region-eu-west-1`, `pipeline`')

// In order, each in its account and region, with the capabilities that it needs.
[names, places].transpose().each { name, place ->
  assert all.contains("[INFO] Stack $name: $place, as ")
  assert all.contains("[INFO] Stack $name is in CREATE_COMPLETE.")
}
assert names.collect { all.indexOf("Stack $it is in CREATE_COMPLETE") } == names.collect { all.indexOf("Stack $it is in CREATE_COMPLETE") }.sort()
def last = created.takeRight(5)*.parameters()
assert last*.StackName == names + ['orders-pipeline-region', 'orders-pipeline']
assert last*.get('Capabilities.member.1') == ['CAPABILITY_NAMED_IAM', null, 'CAPABILITY_NAMED_IAM', null, 'CAPABILITY_NAMED_IAM']
[last[2], last[4]].each {
  assert it['Parameters.member.1.ParameterKey'] == 'KeyArnEuWest1'
  assert it['Parameters.member.1.ParameterValue'] == 'value-of-KeyArn'
}
assert executed == 3
assert region.contains('[INFO] No changes: stack orders-pipeline-region matches the template.')
assert pipeline.contains('[INFO] No changes: stack orders-pipeline matches the template.')
assert roles == ['arn:aws:iam::444455556666:role/deploy']
assert described.contains('[INFO] Stack orders-pipeline-target: CREATE_COMPLETE')

// In reverse, and nothing while the stage stands.
assert standing.contains("the stages' stacks still exist: ordersProdStack in 444455556666, eu-west-1.")
assert !standing.contains('  Kept')
assert deleted.takeRight(3) == names.reverse()
names.each { assert gone.contains("[INFO] Stack $it is deleted.") }
return true
