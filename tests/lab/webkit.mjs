export const webkit = async () => "later";
