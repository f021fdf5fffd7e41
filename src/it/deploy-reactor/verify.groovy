import io.github.chalicemaven.it.InvokedProject

def aws = context.get('aws')
def calls = aws.operations()
def states = ['orders-pipeline', 'invoices-pipeline'].collect { aws.stack(it).status() }
aws.close()

def (unconfirmed, wrong, account, deployed, described, undeleted, deleted) = InvokedProject.logs(basedir)

// Nothing is asked of AWS before every module is in order.
[unconfirmed, wrong, undeleted].each { assert !it.contains('account 123456789012') }
assert unconfirmed.contains('[ERROR] Failed to execute goal')
assert unconfirmed.contains('invoices: 1 problem')
assert unconfirmed.contains('confirmation is needed, and in batch mode (-B) or without a terminal the goal cannot ask for it')
assert !unconfirmed.contains('orders: 1 problem')
assert wrong.contains('<branch> (-Dchalice.branch) is `a:b`')

// The first one that fails is the last one.
assert account.contains('orders: the credentials belong to account 123456789012')
assert account.contains('Not run for invoices.')

['orders', 'invoices'].each { app ->
  assert deployed.contains("[INFO] Stack $app-pipeline is in CREATE_COMPLETE.")
  assert new File(basedir, "$app/target/pipeline-outputs.json").file
  assert described.contains("[INFO] Stack $app-pipeline: CREATE_COMPLETE")
  assert deleted.contains("[INFO] Stack $app-pipeline is deleted.")
}
assert undeleted.contains('orders: 1 problem') && undeleted.contains('invoices: 1 problem')
assert calls.count('CreateChangeSet') == 2
assert calls.count('DeleteStack') == 2
assert states == ['DELETE_COMPLETE', 'DELETE_COMPLETE']
return true
