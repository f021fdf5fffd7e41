import io.github.chalicemaven.it.InvokedProject

[orders: '3.13', invoices: '3.13', mailing: '3.12'].each { app, python ->
  def template = InvokedProject.read(new File(basedir, "$app/target/pipeline.json"))
  assert template.Parameters.ApplicationName.Default == app
  def buildSpec = InvokedProject.read(new File(basedir, "$app/target/buildspec.yml"))
  assert buildSpec.phases.install['runtime-versions'].python == python
  assert buildSpec.phases.build.commands[0] == "chalice --project-dir $app package /tmp/packaged".toString()
  assert InvokedProject.readText(template.Resources.AppPackageBuild.Properties.Source.BuildSpec) == buildSpec
}
assert InvokedProject.files(new File(basedir, 'target')) == []
assert InvokedProject.files(new File(basedir, 'common/target')) == []

def log = InvokedProject.logs(basedir)[0]
assert log.contains('Using the MultiThreadedBuilder implementation with a thread count of 4')
// So Maven warns of goals that are not thread-safe.
assert !log.contains('not marked')
['orders', 'invoices', 'mailing'].each { assert log.contains("[INFO] $it: Wrote $it/target/pipeline.json") }
return true
