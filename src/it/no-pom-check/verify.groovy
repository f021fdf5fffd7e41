import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs[0] =~ /(?m)^\[ERROR\]   mvn io\.github\.chalicemaven:chalice-maven-plugin:\S+:generate-pipeline -Dchalice\.update$/
assert logs[1].contains('[INFO] Wrote pipeline.json')
assert logs[2].contains('[INFO] pipeline.json is up to date.')
return true
