import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
['orders', 'invoices'].each { module ->
  assert logs[0].contains("$module/pipeline.json does not exist.")
  assert logs[0].contains("  mvn -pl $module chalice:generate-pipeline@pipeline -Dchalice.update")
  assert logs[4].contains("[INFO] $module: $module/pipeline.json is up to date.")
}
assert logs[2].contains('[INFO] orders: orders/pipeline.json is up to date.')
assert logs[2].contains('invoices/pipeline.json does not exist.')
return true
