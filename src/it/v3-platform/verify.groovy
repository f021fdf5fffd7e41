import io.github.chalicemaven.it.InvokedProject

['pipeline.json', 'buildspec.yml'].each { name ->
  assert new File(basedir, "target/$name").bytes == InvokedProject.golden(basedir, 'v3-platform', name).bytes
}

def log = InvokedProject.logs(basedir)[0]
assert log.contains('[WARNING] <stages><stage name="prod">: CodePipeline checks <healthyAlarm> when an execution arrives, and'
    + ' not again when <window> opens. Use <alarm> too, which is watched after the deployment.')
assert log.contains("must allow CloudWatch Logs to use the key")
assert log.contains("attach the managed policy in the stack's output CodePipelineAccessArn to"
    + ' arn:aws:iam::111122223333:role/platform/Pipeline.')
return true
