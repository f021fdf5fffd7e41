import io.github.chalicemaven.it.InvokedProject

context.get('aws').close()
def (before, online, after) = InvokedProject.logs(basedir)

assert before.contains('the AWS SDK, which the first deployment downloads, could not be resolved: ')
assert before.contains('Run the goal once without -o.')
assert !before.contains('at io.github.chalicemaven')
assert online.contains('Stack orders-pipeline is in CREATE_COMPLETE.')
assert after.contains('No changes: stack orders-pipeline matches the template.')
assert new File(basedir, 'repository/software/amazon/awssdk/cloudformation').isDirectory()
return true
