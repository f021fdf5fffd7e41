from chalice import Chalice

app = Chalice(app_name="invoices")


@app.route("/invoices")
def all_invoices():
    return []
