import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
['orders', 'invoices'].each { module ->
  assert InvokedProject.files(new File(basedir, "$module/target")) == ['buildspec.yml', 'chosen.json', 'pipeline-drift.md', 'root.json']
  assert InvokedProject.read(new File(basedir, "$module/target/root.json")).Parameters.ApplicationName.Default == module
  assert logs[0].contains("[INFO] $module: Wrote $module/target/root.json")
  // What is wrong in one module does not hide what is wrong in another.
  assert logs[2].contains("$module: $module/pipeline.json does not exist.")
  assert logs[2].contains("  mvn -pl $module chalice:generate-pipeline -Dchalice.update")
}
assert logs[0].contains('[INFO] Running the goal for the modules that configure the plugin: orders, invoices')
assert InvokedProject.files(new File(basedir, 'common/target')) == []
// The root has no module beside it in the last run.
assert InvokedProject.files(new File(basedir, 'target')) == ['alone.json', 'buildspec.yml']
return true
