import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs.size() == 9
def invoker = new Properties()
new File(basedir, 'invoker.properties').withInputStream { invoker.load(it) }
def printed = { int run -> (logs[run - 1] =~ /(?m)^\[ERROR\]   mvn (.*)$/)[0][1] }
def next = { int run -> invoker["invoker.goals.${run + 1}".toString()] }

assert logs[0].contains('pipeline.json does not exist. Generate and commit it.')
assert logs[0].contains('ci/buildspec.yml does not exist. Generate and commit it.')
assert logs[0].contains('[INFO] Wrote target/pipeline.json')
assert logs[0].contains('[INFO] Wrote target/buildspec.yml')
assert logs[1].contains('[INFO] Wrote pipeline.json')
assert logs[1].contains('[INFO] Wrote ci/buildspec.yml')
[3, 6, 9].each { run ->
  assert logs[run - 1].contains('[INFO] pipeline.json is up to date.')
  assert logs[run - 1].contains('[INFO] ci/buildspec.yml is up to date.')
}

assert logs[3].contains('pipeline.json is out of date:')
assert logs[3].contains('  - parameter `CodeBuildImage`: Default changed from'
    + ' `aws/codebuild/amazonlinux2-x86_64-standard:5.0` to `aws/codebuild/standard:7.0`')
assert logs[3].contains('[ERROR] -      "Default": "aws/codebuild/amazonlinux2-x86_64-standard:5.0"')
assert logs[3].contains('[ERROR] +      "Default": "aws/codebuild/standard:7.0"')
assert logs[6].contains('  - resource `AppPipeline`: Properties.Stages[0].Actions[0].Configuration.BranchName changed'
    + ' from `master` to `main`')

// The next run executes the printed command.
[1, 4, 7].each { run -> assert printed(run) == next(run) }
return true
