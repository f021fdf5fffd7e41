import io.github.chalicemaven.it.InvokedProject

def build = '<build><testCommands><command> in the POM of orders has '
def test = '<stages><stage><testCommands><command> in the POM of orders has '
def would = ': its value would be written to the generated files. '
def logs = InvokedProject.logs(basedir)
InvokedProject.assertProblems(logs[0], [
    '<branch> in the POM of orders has ${ORDERS_BRANCH}, which Maven takes from $ORDERS_BRANCH of this machine\'s'
        + ' environment' + would + 'Write the value itself, or ${x} and give -Dx=... on the command line.',
    build + '${ORDERS_TOKEN}, which Maven takes from $ORDERS_TOKEN of this machine\'s environment' + would
        + 'Write $ORDERS_TOKEN, which the build\'s shell replaces.',
    build + '${from.environment}, which is ${env.ORDERS_TOKEN}, which Maven takes from $ORDERS_TOKEN of this machine\'s'
        + ' environment' + would + 'Write $ORDERS_TOKEN, which the build\'s shell replaces.',
    build + '${user.home}, which Maven takes from a Java system property on this machine' + would
        + 'Write $HOME, which the build\'s shell replaces.',
    build + '${project.basedir}, which Maven takes from this machine' + would
        + 'Write a path relative to the application\'s folder.',
    build + '${session.executionRootDirectory}, which Maven takes from this machine' + would
        + 'Write a path relative to the application\'s folder.',
    build + '${test.foler}, which Maven cannot replace: there is no such property. Write $test.foler for a variable of'
        + ' the build\'s shell.',
    test + '${env.ORDERS_TOKEN}, which Maven takes from $ORDERS_TOKEN of this machine\'s environment' + would
        + 'Write $ORDERS_TOKEN, which the build\'s shell replaces.',
    test + '${project.verison}, which Maven cannot replace: there is no such property. Write $project.verison for a'
        + ' variable of the build\'s shell.'
])
assert !logs[0].contains('a-very-secret-token')

def template = new File(basedir, 'target/pipeline.json').text
['pip config set token $ORDERS_TOKEN', 'pytest tests/unit ${OPTIONS:-}', 'ls $HOME orders'].each {
  assert template.contains(it)
}
assert template.contains('"BranchName": "release"')
assert !template.contains(basedir.path)
return true
