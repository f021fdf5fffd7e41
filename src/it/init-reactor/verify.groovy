import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
def advice = logs[0].readLines().find { it.contains('This build has several modules') }
assert advice.contains('the Chalice applications are in: orders, invoices.')
assert advice =~ /Run the goal for one of them: mvn -pl orders io\.github\.chalicemaven:chalice-maven-plugin:\S+:init$/
assert !logs[0].contains('Wrote')

assert logs[1].contains('[INFO] Wrote orders/pom.xml')
assert !new File(basedir, 'orders/pom.xml').text.contains('appDirectory')
assert logs[2].contains('[INFO] Wrote invoices/pom.xml')
assert new File(basedir, 'invoices/pom.xml').text.contains('<appDirectory>src/chalice</appDirectory>')
assert !new File(basedir, 'pom.xml').text.contains('<plugin>')

['orders', 'invoices'].each { assert InvokedProject.files(new File(basedir, "$it/target")) == ['buildspec.yml', 'pipeline.json'] }
return true
